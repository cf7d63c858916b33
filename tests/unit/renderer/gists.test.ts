import 'fake-indexeddb/auto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { fillIndex } from '#renderer/data/search-lines.ts'
import { gistsOf, openReplica, readRecords, writeRecords, type Replica } from '#renderer/data/replica.ts'
import { gistOf, readGist, type Gist } from '#renderer/data/storage/gist.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { packedLineOf } from '#renderer/search/fill-index.ts'
import { foldingVersion } from '#renderer/search/pack-line.ts'
import { createSearchIndex } from '#renderer/search/search-index.ts'
import { customer as customerAt } from '#tests/server/payloads.ts'
import { asThen, databaseOf } from '#tests/unit/renderer/older-leaves.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { testMachine } from '#tests/sync/test-machine.ts'
import { seeded } from '#tests/sync/seeded.ts'

const next = { number: 0 }
const open = (name = `lines-${next.number++}`): Promise<Replica> =>
  openReplica(name, replicaStorage(), surroundings(new FakeClock(), 1))

const coreOf = (replica: Replica) => ({
  replica,
  around: surroundings(new FakeClock(), 1),
  machine: testMachine(),
})

const names = ['Siti Rahmawati', 'Budi Santoso', 'Muh. Yusuf', 'Désirée', 'Wayan Sudarma']
const customer = (n: number, name: string): Customer =>
  customerAt(`c${String(n).padStart(4, '0')}`, 'KDI', {
    rev: 1,
    code: `C-KDI-${String(n).padStart(6, '0')}`,
    name,
  })

async function gistsIn(replica: Replica): Promise<string[]> {
  const all: string[] = []
  for await (const gists of gistsOf(replica, 'customers')) all.push(...gists.map(written))
  return all.toSorted()
}
const written = ({ hash, line }: Gist) => `${hash} ${line.join()}`
const writtenOf = (record: Customer) => written(readGist(gistOf('customers', { ...record })))

test.each([1, 2, 3])(
  '[P5] the disk keeps the gist of each record as the record is now (seed %d)',
  async (seed) => {
    const random = seeded(seed)
    const replica = await open()
    const now = new Map<string, Customer>()
    for (let round = 0; round < 12; round++) {
      const some = Array.from({ length: 40 }, () => ({
        ...customer(Math.floor(random() * 300), names[Math.floor(random() * names.length)] ?? ''),
        rev: round,
      }))
      const written = [...new Map(some.map((each) => [each.id, each])).values()]
      await replica.customers.bulkUpsert(written)
      for (const each of written) now.set(each.id, each)
      const gone = [...now.keys()].filter(() => random() < 0.1)
      await replica.customers.bulkRemove(gone)
      for (const id of gone) now.delete(id)
    }
    expect(await gistsIn(replica)).toEqual([...now.values()].map(writtenOf).toSorted())
    await replica.close()
  },
)

test('an index that is filled from the disk while records change finds what they are now', async () => {
  const name = `lines-${next.number++}`
  const before = await open(name)
  await before.customers.bulkUpsert(Array.from({ length: 1500 }, (_, n) => customer(n, 'Siti Rahmawati')))
  await before.close()
  const replica = await open(name)
  const search = createSearchIndex()
  const filling = fillIndex(coreOf(replica), search)
  await replica.customers.bulkUpsert([customer(1499, 'Budi Santoso'), customer(1501, 'Wayan Sudarma')])
  await replica.customers.bulkRemove(['c0000'])
  await filling.filled
  const found = (text: string) => search.find(text, 2000).targets.map(({ id }) => id)
  expect(search.customers()).toBe(1500)
  expect(found('Siti')).toHaveLength(1498)
  expect(found('Siti')).not.toContain('c1499')
  expect([found('Budi'), found('Wayan')]).toEqual([['c1499'], ['c1501']])
  await filling.close()
  await replica.close()
})

test('a desk that is filled does not keep in its memory what it has put into the index', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const replica = await open()
  const filling = fillIndex(coreOf(replica), createSearchIndex())
  await filling.filled
  const written: WeakRef<object>[] = []
  const watching = replica.customers.eventBulks$.subscribe(({ events }) => {
    written.push(...events.map(({ documentData }) => new WeakRef(documentData as object)))
  })
  const put = (n: number) =>
    writeRecords(replica, [{ collection: 'customers', record: customer(n, 'Siti Rahmawati') }])
  for (let n = 0; n < 20; n++) await put(n)
  // RxDB itself remembers the last hundred changes.
  for (let n = 20; n < 140; n++) await put(n)
  await new Promise((resolve) => setTimeout(resolve, 0))
  collectGarbage()
  expect(written.slice(0, 20).filter((each) => each.deref() !== undefined)).toEqual([])
  watching.unsubscribe()
  await filling.close()
  await replica.close()
})

test.each([
  ['had a text for each document and kept no gists', 1],
  ['had a text for each document and a gist for each leaf', 200 + foldingVersion],
  ['kept lines of another kind', 500 + foldingVersion - 1],
])('leaves of a console that %s are read and rewritten', async (_, version) => {
  const name = `lines-${next.number++}`
  const before = await open(name)
  await before.customers.bulkUpsert([customer(1, 'Siti Rahmawati'), customer(2, 'Budi Santoso')])
  const gists = await gistsIn(before)
  const { name: stored } = databaseOf(before, 'customers')
  await before.close()
  await asThen(stored, version)
  const after = await open(name)
  expect(await gistsIn(after)).toEqual(gists)
  const there = async () =>
    ((await readRecords(after, 'customers', ['c0001', 'c0002', 'c0003'])) as Customer[]).map(
      (each) => each.name,
    )
  expect(await there()).toEqual(['Siti Rahmawati', 'Budi Santoso'])
  await writeRecords(after, [{ collection: 'customers', record: { ...customer(3, 'Désirée'), rev: 2 } }])
  expect(await there()).toEqual(['Siti Rahmawati', 'Budi Santoso', 'Désirée'])
  expect(await gistsIn(after)).toHaveLength(3)
  await after.close()
})

/** When this fails, lines on the disks of desks are of another kind: raise `foldingVersion` and update the snapshot. */
test('the same records make the lines of this version', () => {
  // Lengths and kinds are bytes that no text has.
  const text = (line: Uint8Array) => new TextDecoder().decode(line).replaceAll(/\p{Cc}/gu, '|')
  const lines = [
    ...names.map((name, n) =>
      text(packedLineOf('customers', { ...customer(n, name), phone: '+6281700000', nikLast4: '0042' })),
    ),
    text(
      packedLineOf('subscriptions', {
        id: 's1',
        customerId: 'c1',
        msisdn: '+628782345678',
        iccidTail: '1234',
      }),
    ),
    text(packedLineOf('tickets', { id: 't1', code: 'T-KDI1-2611-0042', subject: 'Kuota tidak masuk' })),
  ]
  expect({ foldingVersion, lines }).toMatchSnapshot()
})
