import 'fake-indexeddb/auto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PayloadOf } from '#domain/steps.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, settled } from '#tests/sync/kendari.ts'
import { typedAt } from '#tests/sync/typed-at.ts'

const words = (text: string) => ({ id: text, en: `${text} (en)` })
const article: PayloadOf<'publishArticle'>['article'] = {
  kind: 'article',
  code: 'GANTI-SIM',
  title: words('Ganti kartu SIM'),
  body: words('Kartu pengganti aktif setelah verifikasi.'),
  steps: [words('Lihat KTP asli.')],
  tags: [],
  pinned: true,
  reasonCodes: ['KARTU'],
  centreIds: [],
  regions: [],
}

test('what headquarters publishes arrives whole, is found without a line, and goes when it is retired', async () => {
  await using hq = await kendari()
  await hq.seedCentre('HQ', 'WIB')
  await hq.seedStaff('wahyu', 'admin', 'HQ')
  await using desk = await testDesk(hq, ani)
  expect(await desk.ask('articles', '', 10)).toEqual({ text: '', articles: [], searched: 0 })
  const admin = await hq.desk('HQ', 'wahyu')
  await admin.take('publishArticle', { article, edition: 1 })
  await settled(desk)
  desk.line.cut()
  await desk.restart()
  expect(
    await desk.until('articles', ['pengganti verifikasi', 10], ({ articles }) => articles.length > 0),
  ).toMatchObject({
    articles: [{ id: 'article:GANTI-SIM', edition: 1, steps: [{ id: 'Lihat KTP asli.' }] }],
    searched: 1,
  })
  expect(await desk.ask('noticesFor', 'KARTU')).toMatchObject([{ code: 'GANTI-SIM' }])
  expect(await desk.ask('noticesFor', 'LAIN')).toEqual([])
  expect(await desk.ask('noticesFor', '')).toEqual([])

  await admin.take('publishArticle', { article: { ...article, title: words('Ganti SIM') }, edition: 2 })
  desk.line.restore()
  await settled(desk)
  expect(await desk.until('article', ['article:GANTI-SIM'], (now) => now?.edition === 2)).toMatchObject({
    title: { id: 'Ganti SIM' },
  })
  await admin.take('retireArticle', { articleId: 'article:GANTI-SIM', edition: 2 })
  await settled(desk)
  expect(await desk.until('articles', ['', 10], ({ articles }) => articles.length === 0)).toMatchObject({
    searched: 0,
  })
  // Whoever still has it open is told.
  expect(await desk.ask('article', 'article:GANTI-SIM')).toMatchObject({ active: false })
})

test('nobody at a counter publishes', async () => {
  await using hq = await kendari()
  const sari = await hq.desk('KDI', 'sari')
  expect(await sari.take('publishArticle', { article, edition: 1 })).toMatchObject({
    outcome: 'needs_attention',
    problem: 'not_permitted',
  })
})

test('a file of articles and notices is published all or not at all, by the clock and where they belong', async () => {
  await using hq = await kendari()
  await hq.write([
    {
      collection: 'reference',
      record: {
        id: 'reason:SINYAL',
        rev: 1,
        kind: 'reason',
        code: 'SINYAL',
        active: true,
        label: words('Sinyal'),
      },
    },
  ])
  await using desk = await testDesk(hq, ani)
  const hour = 3_600_000
  const now = desk.clock.now()
  const { steps: _steps, tags: _tags, centreIds: _centres, regions: _regions, ...bare } = article
  const notice = {
    ...bare,
    kind: 'notice',
    code: 'GANGGUAN',
    noticeKind: 'outage',
    reasonCodes: ['SINYAL'],
    validFrom: now + hour,
    validTo: now + 2 * hour,
  }
  const elsewhere = { ...notice, code: 'DI-BALI', centreIds: ['DPS'], validFrom: now }
  const fileOf = async (content: unknown) => {
    const path = join(await mkdtemp(join(tmpdir(), 'loket-articles-')), 'articles.json')
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  const publish = async (content: unknown) => typedAt(hq, 'knowledge', 'publish', await fileOf(content))
  expect(await publish([notice, { ...bare, reasonCodes: ['TIDAK-ADA'] }])).toContain(
    'there is no reason TIDAK-ADA',
  )
  expect(await publish([notice, { ...notice, title: { id: 'Gangguan' } }])).toContain(
    'Entry 2 (GANGGUAN): title',
  )
  expect(await publish('no')).toContain('is no JSON')
  expect(await publish({})).toContain('holds no list')
  expect(await typedAt(hq, 'knowledge', 'publish', '/nowhere.json')).toContain('cannot be read (ENOENT)')
  await settled(desk)
  expect(await desk.ask('articles', '', 10)).toMatchObject({ searched: 0 })

  expect(await publish([{ ...bare, reasonCodes: [] }, notice, elsewhere])).toContain('3 are published')
  expect(await typedAt(hq, 'knowledge', 'list')).toContain('notice:GANGGUAN')
  await settled(desk)
  expect(await desk.until('articles', ['', 10], ({ searched }) => searched > 0)).toMatchObject({
    searched: 1,
  })
  desk.clock.pass(hour)
  await desk.restart()
  expect(await desk.until('noticesFor', ['SINYAL'], (found) => found.length > 0)).toMatchObject([
    { code: 'GANGGUAN' },
  ])
  desk.clock.pass(hour)
  await desk.restart()
  expect(await desk.until('articles', ['', 10], ({ searched }) => searched > 0)).toMatchObject({
    searched: 1,
  })
  expect(await desk.ask('noticesFor', 'SINYAL')).toEqual([])

  expect(await typedAt(hq, 'knowledge', 'retire', 'article:GANTI-SIM')).toContain('is retired')
  expect(await typedAt(hq, 'knowledge', 'retire', 'article:X')).toContain('There is no article:X')
  expect(await typedAt(hq, 'knowledge', 'list')).not.toContain('GANTI-SIM')
  expect(await typedAt(hq, 'knowledge', 'list', '--retired')).toContain('GANTI-SIM')
})
