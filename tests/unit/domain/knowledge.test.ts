import { expect, test } from 'vitest'
import { holdsAt } from '#domain/knowledge/holds-at.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { stepOf, steps, type PayloadOf } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { searchArticles } from '#renderer/search/search-articles.ts'
import { makeArticles } from '#tests/world/talk/articles.ts'
import { reasons } from '#tests/world/talk/reasons.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const draft: PayloadOf<'publishArticle'>['article'] = {
  kind: 'article',
  code: 'GANTI-SIM',
  title: { id: 'Ganti kartu SIM', en: 'SIM card swap' },
  body: { id: 'Kartu pengganti baru aktif setelah verifikasi.', en: 'Active after verification.' },
  steps: [{ id: 'Lihat KTP asli.', en: 'See the card.' }],
  tags: ['Dukcapil'],
  pinned: false,
  reasonCodes: ['KARTU-RUSAK'],
  centreIds: [],
  regions: [],
}

function after(operation: Operation, before?: Reference): Reference | undefined {
  const map = new RecordMap()
  if (before !== undefined) map.put({ collection: 'reference', record: before })
  const run = runOperation(map, operation)
  if (!run.done) throw new Error(run.problem)
  return run.writes[0]?.record as Reference | undefined
}

test('each publication is the next edition, whole; run again on its own effect it changes nothing', () => {
  const publish = operationOf(1, [
    stepOf('publishArticle', { article: { ...draft, pinned: true, validTo: 5 }, edition: 1 }),
  ])
  const first = after(publish)
  expect(first).toMatchObject({ id: 'article:GANTI-SIM', active: true, edition: 1, pinned: true, validTo: 5 })
  expect(after(publish, first)).toBeUndefined()
  const next = operationOf(2, [stepOf('publishArticle', { article: draft, edition: 2 })])
  const second = after(next, first)
  expect(second).toMatchObject({ edition: 2, pinned: false })
  // Another text for the same edition, or for one that is past: whoever wrote it is told and keeps it.
  const map = new RecordMap()
  if (second !== undefined) map.put({ collection: 'reference', record: second })
  for (const edition of [1, 2]) {
    const other = operationOf(3, [stepOf('publishArticle', { article: draft, edition })])
    expect(runOperation(map, other)).toMatchObject({ problem: 'edition_exists' })
  }
  // What the next edition does not say holds no more.
  expect(second).not.toHaveProperty('validTo')
})

test('a retired article stays, and publishing brings it back as the next edition', () => {
  const first = after(operationOf(1, [stepOf('publishArticle', { article: draft, edition: 1 })]))
  const retire = operationOf(2, [stepOf('retireArticle', { articleId: 'article:GANTI-SIM', edition: 1 })])
  const gone = after(retire, first)
  expect(gone).toMatchObject({ active: false, edition: 1, title: draft.title })
  expect(after(retire, gone)).toBeUndefined()
  expect(
    after(operationOf(3, [stepOf('publishArticle', { article: draft, edition: 2 })]), gone),
  ).toMatchObject({
    active: true,
    edition: 2,
  })
  for (const articleId of ['article:NICHTS', 'reason:KUOTA'])
    expect(
      runOperation(new RecordMap(), operationOf(4, [stepOf('retireArticle', { articleId, edition: 1 })])),
    ).toMatchObject({ problem: 'unknown_record' })
  for (const kind of ['publishArticle', 'retireArticle'] as const)
    expect(
      (['agent', 'branch', 'supervisor', 'admin'] as const).filter((role) =>
        steps[kind].permits(role, {} as never),
      ),
    ).toEqual(['admin'])
})

test('a retiring of something that is no article changes nothing', () => {
  const reason = { id: 'reason:X', rev: 1, kind: 'reason', code: 'X', active: true } as const
  const map = new RecordMap()
  map.put({ collection: 'reference', record: reason })
  expect(
    runOperation(map, operationOf(1, [stepOf('retireArticle', { articleId: reason.id, edition: 1 })])),
  ).toMatchObject({ problem: 'unknown_record' })
})

test('a notice holds from its first instant until its last, at its centres or in its regions, else everywhere', () => {
  const here = { now: 1000, centreId: 'KDI', region: 'Sulawesi' }
  const notice = { active: true, validFrom: 1000, validTo: 2000 }
  expect([999, 1000, 1999, 2000].map((now) => holdsAt(notice, { ...here, now }))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(holdsAt({ ...notice, active: false }, here)).toBe(false)
  expect(holdsAt({ ...notice, centreIds: ['DPS'] }, here)).toBe(false)
  expect(holdsAt({ ...notice, centreIds: ['DPS', 'KDI'] }, here)).toBe(true)
  expect(holdsAt({ ...notice, regions: ['Bali'] }, here)).toBe(false)
  expect(holdsAt({ ...notice, regions: ['Sulawesi'] }, here)).toBe(true)
  expect(holdsAt({ ...notice, regions: ['Sulawesi'] }, { now: 1000, centreId: 'KDI' })).toBe(false)
  // Both lists widen.
  expect(holdsAt({ ...notice, centreIds: ['DPS'], regions: ['Sulawesi'] }, here)).toBe(true)
  expect(holdsAt({ active: true }, here)).toBe(true)
})

const world = makeArticles(Date.UTC(2026, 10, 25), 'wahyu')

test('words find articles in both languages, whatever order and spelling; the title counts most', () => {
  const found = (text: string) => searchArticles(world, text).map(({ code }) => code)
  expect(found('ganti sim')[0]).toBe('GANTI-SIM')
  expect(found('SIM, ganti!')[0]).toBe('GANTI-SIM')
  expect(found('replacement face')).toContain('GANTI-SIM')
  expect(found('*06# EID')).toEqual(['ESIM-PINDAH'])
  expect(found('biometrik')).toEqual(['REGISTRASI-PRABAYAR'])
  expect(found('ganti sim kulkas')).toEqual([])
  expect(found('!?')).toEqual([])
  for (const { code, title } of world)
    for (const words of [title?.id, title?.en]) expect([words, found(words ?? '')[0]]).toEqual([words, code])
})

test('the demo’s articles are whole in both languages and belong to reasons that there are', () => {
  const known = new Set(reasons.map(({ code }) => code))
  expect(world.filter(({ kind }) => kind === 'article').length).toBeGreaterThanOrEqual(15)
  expect(world.filter(({ kind }) => kind === 'notice')).toHaveLength(3)
  for (const { id, kind, title, body, steps: all = [], reasonCodes = [] } of world) {
    if (kind === 'article') expect([id, all.length > 0]).toEqual([id, true])
    expect([id, reasonCodes.filter((code) => !known.has(code))]).toEqual([id, []])
    for (const each of [title, body, ...all])
      expect([id, each?.id.trim() !== '' && each?.en.trim() !== '']).toEqual([id, true])
  }
})
