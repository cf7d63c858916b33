import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { scan, writeRecords } from '#renderer/data/replica.ts'
import { keepPages } from '#renderer/data/storage/leaf-pages.ts'
import { index } from '#renderer/search/fill-index.ts'
import { createSearchIndex, type SearchIndex } from '#renderer/search/search-index.ts'
import { seeded } from '#tests/sync/seeded.ts'
import {
  allIn,
  customer,
  idOf,
  lengthOf,
  newName,
  started,
  write,
  type Running,
} from '#tests/unit/renderer/running-replica.ts'

function expectSame(search: SearchIndex, now: ReadonlyMap<string, Customer>, rounds: number): void {
  const fresh = createSearchIndex()
  for (const record of now.values()) index(fresh, { collection: 'customers', id: record.id, record })
  expect(search.customers()).toBe(now.size)
  const texts = [
    'nama',
    ...Array.from({ length: rounds + 1 }, (_, round) => `runde${round}x`),
    'nama1',
    '7x r',
  ]
  for (const text of texts) expect(search.find(text, 500), text).toEqual(fresh.find(text, 500))
}

/** While it runs, the k-th write to one of these stores finds no room. */
async function withFault(
  k: number,
  stores: readonly string[],
  work: () => Promise<unknown>,
): Promise<boolean> {
  // oxlint-disable-next-line typescript/unbound-method -- called with the store that it is asked of
  const real = IDBObjectStore.prototype.put
  const fault = { left: k }
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (stores.includes(this.name) && --fault.left === 0)
      throw new DOMException('no space left', 'QuotaExceededError')
    return real.apply(this, given)
  }
  try {
    await work()
    return true
  } catch {
    return false
  } finally {
    IDBObjectStore.prototype.put = real
  }
}

/** How many records with gists are read while something is done. */
async function gistsReadBy(work: () => Promise<unknown>): Promise<number> {
  // oxlint-disable-next-line typescript/unbound-method -- called with the store that it is asked of
  const real = IDBObjectStore.prototype.getAll
  const read = { gists: 0 }
  IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...given) {
    const request = real.apply(this, given)
    if (this.name === 'gists')
      request.addEventListener('success', () => (read.gists += (request.result as unknown[]).length))
    return request
  }
  try {
    await work()
    return read.gists
  } finally {
    IDBObjectStore.prototype.getAll = real
  }
}

test.each([1, 2, 3, 4, 5, 6])(
  'whatever is written and deleted and wherever a start cuts in, kept pages say what the gists say (seed %d)',
  async (seed) => {
    const random = seeded(seed)
    const name = newName()
    const now = new Map<string, Customer>()
    let desk = await started(name)
    const rounds = 24
    const seen = { full: 0, cut: 0, refused: 0 }
    for (let round = 0; round < rounds; round++) {
      const count = random() < 0.5 ? 80 : 3
      const some = Array.from({ length: count }, () => customer(Math.floor(random() * 250), round))
      const records = [...new Map(some.map((each) => [each.id, each])).values()]
      const work = async (): Promise<void> => {
        if (random() < 0.7) {
          const k = random() < 0.3 ? 1 + Math.floor(random() * 12) : Infinity
          const done = await withFault(k, ['leaves', 'gists', 'pages'], () => write(desk.replica, records))
          if (done) for (const each of records) now.set(each.id, each)
          else {
            seen.refused += 1
            // What is new is written before what was there.
            now.clear()
            for await (const there of scan(desk.replica, 'customers'))
              for (const each of there) now.set(each.id, each as Customer)
          }
          return
        }
        // At times all of a range.
        const from = [...now.keys()].toSorted()[Math.floor(random() * now.size)] ?? ''
        const isRange = random() < 0.3
        const to = `${from.slice(0, 20)}\uffff`
        const gone = [...now.keys()].filter((id) => (isRange ? id >= from && id <= to : random() < 0.05))
        await desk.replica.customers.bulkRemove(gone)
        for (const id of gone) now.delete(id)
      }
      const left = { pages: random() < 0.5 ? Math.floor(random() * 4) : Infinity }
      const keep = () => keepPages(desk.leaves, () => left.pages-- > 0)
      const fault = random() < 0.3 ? 1 + Math.floor(random() * 6) : Infinity
      if (random() < 0.4) {
        await Promise.all([keep(), work()])
        seen.cut += left.pages < 0 ? 1 : 0
      } else {
        await work()
        seen.full += (await withFault(fault, ['pages'], keep)) ? 0 : 1
      }
      if (round % 3 === 0) expectSame(desk.search, now, round)
      if (random() < 0.6) continue
      // At times in the middle of it.
      const cut = random() < 0.5 ? keepPages(desk.leaves, () => true).catch(() => undefined) : undefined
      await desk.close()
      await cut
      desk = await started(name)
      expectSame(desk.search, now, round)
    }
    expect(Math.min(seen.full, seen.cut) + seen.refused).toBeGreaterThan(0)
    await keepPages(desk.leaves, () => true)
    expect(desk.leaves.unpaged.size).toBe(0)
    expect(await lengthOf(desk, 'pages')).toBeGreaterThan(2)
    await desk.close()
    desk = await started(name)
    expectSame(desk.search, now, rounds)
    expect(desk.leaves.unpaged.size).toBe(0)
    await desk.close()
  },
)

/** Each look at the store comes behind what was asked of it before. */
async function keptAfterAll(desk: Running): Promise<unknown[]> {
  for (let looks = 0; looks < 20; looks++) await lengthOf(desk, 'pages')
  return allIn(desk, 'pages')
}

test('a start reads gists only of what changed since pages were kept, in calm times none', async () => {
  const name = newName()
  const filled = await started(name)
  await write(
    filled.replica,
    Array.from({ length: 600 }, (_, n) => customer(n, 1)),
  )
  // Nothing is kept before it is calm.
  filled.clock.pass(4_999)
  // A filling ends with what is not searched.
  const staff = { id: 'staff:ani', rev: 1, kind: 'staff', code: 'ani', active: true } as const
  await writeRecords(filled.replica, [{ collection: 'reference', record: staff }])
  filled.clock.pass(4_999)
  expect(await keptAfterAll(filled)).toEqual([])
  await filled.close()

  const first = {} as { desk: Running }
  const all = await gistsReadBy(async () => (first.desk = await started(name)))
  expect(all).toBeGreaterThanOrEqual(await lengthOf(first.desk, 'gists'))
  first.desk.clock.pass(5_000)
  const areKept = async () => {
    const pages = await allIn(first.desk, 'pages')
    return pages.length > 5 && !pages.includes(null)
  }
  await expect.poll(areKept).toBe(true)
  await first.desk.close()

  const second = {} as { desk: Running }
  expect(await gistsReadBy(async () => (second.desk = await started(name)))).toBe(0)
  const { replica } = second.desk
  await write(replica, [customer(7, 3), { ...customer(400, 1), valueTier: 'gold', rev: 9 }])
  expect((await allIn(second.desk, 'pages')).filter((page) => page === null)).toHaveLength(1)
  await second.desk.close()

  const third = {} as { desk: Running }
  const few = await gistsReadBy(async () => (third.desk = await started(name)))
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(all / 4)
  expect(third.desk.search.find('nama7x runde3x', 5).targets).toEqual([{ kind: 'customer', id: idOf(7) }])
  await third.desk.close()
})

test.each(['enough', 'stop'] as const)('pages are kept where there is room (%s)', async (room) => {
  const desk = await started(newName(), room)
  // An empty desk needs none.
  desk.clock.pass(5_000)
  expect(await keptAfterAll(desk)).toEqual([])
  await write(desk.replica, [customer(1, 1)])
  desk.clock.pass(5_000)
  expect((await keptAfterAll(desk)).length).toBe(room === 'enough' ? 1 : 0)
  await desk.close()
})

test('a page that cannot be understood is made anew from gists', async () => {
  const name = newName()
  const desk = await started(name)
  const now = new Map(Array.from({ length: 200 }, (_, n) => [idOf(n), customer(n, 1)]))
  await write(desk.replica, [...now.values()])
  await keepPages(desk.leaves, () => true)
  const writing = desk.leaves.database.transaction('pages', 'readwrite')
  const walking = writing.objectStore('pages').openCursor()
  walking.addEventListener('success', () => {
    walking.result?.update({ text: 'not a page' })
    walking.result?.continue()
  })
  await new Promise((resolve) => writing.addEventListener('complete', resolve))
  await desk.close()
  const again = await started(name)
  expectSame(again.search, now, 1)
  await keepPages(again.leaves, () => true)
  await again.close()
  const third = {} as { desk: Running }
  expect(await gistsReadBy(async () => (third.desk = await started(name)))).toBe(0)
  await third.desk.close()
})

test('the page that named a record is gone from the disk with the record', async () => {
  const desk = await started(newName())
  await write(desk.replica, [
    ...Array.from({ length: 200 }, (_, n) => customer(n, 1)),
    { ...customer(200, 1), name: 'Rahasia' },
  ])
  await keepPages(desk.leaves, () => true)
  const said = async () =>
    (await allIn(desk, 'pages'))
      .map((page) => new TextDecoder('latin1').decode((page as { bytes?: Uint8Array } | null)?.bytes))
      .join()
  expect(await said()).toContain('rahasia')
  await desk.replica.customers.bulkRemove([idOf(200)])
  expect(await said()).not.toContain('rahasia')
  expect(await said()).toContain('runde1x')
  await keepPages(desk.leaves, () => true)
  expect(await said()).not.toContain('rahasia')
  // Where nobody is left no page is left either.
  const before = await lengthOf(desk, 'pages')
  const early = Array.from({ length: 200 }, (_, n) => idOf(n)).filter((id) => id < idOf(0))
  await desk.replica.customers.bulkRemove(early)
  await keepPages(desk.leaves, () => true)
  expect(await lengthOf(desk, 'pages')).toBeLessThan(before)
  await desk.close()
})
