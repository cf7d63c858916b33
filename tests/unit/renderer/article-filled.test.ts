import { expect, test } from 'vitest'
import {
  articleFrom,
  blankArticle,
  writtenFrom,
  type Written,
} from '#renderer/screens/knowledge/article-filled.ts'

const whole: Written = {
  ...blankArticle,
  code: 'ganti-sim',
  titleId: ' Ganti kartu SIM ',
  titleEn: 'SIM swap',
  bodyId: 'Periksa KTP.',
  bodyEn: 'See the card.',
  stepsId: 'Lihat KTP\n\nBlokir kartu\n',
  stepsEn: 'See the card\nBlock it',
}

test('what is written becomes an article; empty lines and spaces are nobody’s words', () => {
  expect(articleFrom(whole, 'WITA')).toEqual({
    faults: [],
    article: {
      kind: 'article',
      code: 'GANTI-SIM',
      title: { id: 'Ganti kartu SIM', en: 'SIM swap' },
      body: { id: 'Periksa KTP.', en: 'See the card.' },
      steps: [
        { id: 'Lihat KTP', en: 'See the card' },
        { id: 'Blokir kartu', en: 'Block it' },
      ],
      tags: [],
      pinned: false,
      reasonCodes: [],
      centreIds: [],
      regions: [],
    },
  })
})

test('each thing that is missing is said, and nothing else', () => {
  const faultsOf = (changes: Partial<Written>) => articleFrom({ ...whole, ...changes }, 'WIB').faults
  expect(faultsOf({ code: 'dua kata' })).toEqual(['code'])
  expect(faultsOf({ titleEn: ' ' })).toEqual(['title'])
  expect(faultsOf({ bodyId: '' })).toEqual(['body'])
  expect(faultsOf({ stepsEn: 'See the card' })).toEqual(['steps'])
  expect(faultsOf({ kind: 'notice' })).toEqual(['noticeKind'])
  expect(faultsOf({ validFrom: '2026-11-28T14:00', validTo: '2026-11-28T14:00' })).toEqual(['times'])
  expect(faultsOf({ validTo: '2026-11-28T14:00' })).toEqual([])
  expect(faultsOf({ tags: Array.from({ length: 21 }, (_, place) => `k${place}`).join('\n') })).toEqual([
    'too_long',
  ])
})

test('a notice that is changed keeps its times, on the clock of the centre where it is written', () => {
  const notice: Written = {
    ...whole,
    kind: 'notice',
    noticeKind: 'outage',
    validFrom: '2026-11-28T14:00',
    validTo: '2026-11-29T00:30',
    regions: 'Sulawesi',
    pinned: 'yes',
  }
  const { article } = articleFrom(notice, 'WITA')
  expect(article).toMatchObject({ noticeKind: 'outage', validFrom: Date.parse('2026-11-28T06:00Z') })
  const record = { ...article, id: 'notice:GANTI-SIM', rev: 1, active: true, edition: 1 }
  expect(articleFrom(writtenFrom(record, 'WITA'), 'WITA').article).toEqual(article)
  expect(writtenFrom(record, 'WIB').validTo).toBe('2026-11-28T23:30')
})
