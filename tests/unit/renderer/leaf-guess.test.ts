import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { afterReally } from '#renderer/data/after-really.ts'
import { openReplica, readRecords, removeRecords, writeRecords } from '#renderer/data/replica.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { make, sizesOf } from '#tests/bench/desk/rows.ts'
import { customer, idOf, newName, started, write } from '#tests/unit/renderer/running-replica.ts'

const sizes = sizesOf(200)
const tickets = Array.from({ length: sizes.tickets }, (_, n) => make.tickets(n, sizes))

test('many records are found under their ids, whatever became of the leaves since they were last looked for', async () => {
  const replica = await openReplica('leaf-guess', replicaStorage(), { after: afterReally })
  const write = (some: typeof tickets) =>
    writeRecords(
      replica,
      some.map((record) => ({ collection: 'tickets', record }) as never),
    )
  const found = async () => {
    const records = await readRecords(
      replica,
      'tickets',
      tickets.map(({ id }) => id),
    )
    return records.map(({ id }) => id).toSorted()
  }
  const idsOf = (some: typeof tickets) => some.map(({ id }) => id).toSorted()
  const few = tickets.filter((_, n) => n % 5 === 0)
  await write(few)
  expect(await found()).toEqual(idsOf(few))
  // Leaves are divided: most ids are in others than those that were remembered.
  await write(tickets)
  expect(await found()).toEqual(idsOf(tickets))
  expect(await found()).toEqual(idsOf(tickets))
  // And most are gone.
  const gone = tickets.slice(40, 360)
  await removeRecords(
    replica,
    gone.map(({ id }) => ({ collection: 'tickets', id })),
  )
  expect(await found()).toEqual(idsOf(tickets.filter((each) => !gone.includes(each))))
  await replica.close()
})

/** How often all keys of leaves are read while something is done. */
async function beginsReadBy(work: (times: () => number) => Promise<unknown>): Promise<number> {
  // oxlint-disable-next-line typescript/unbound-method -- called with the store that it is asked of
  const real = IDBObjectStore.prototype.getAllKeys
  const read = { times: 0 }
  IDBObjectStore.prototype.getAllKeys = function (this: IDBObjectStore, ...given) {
    if (this.name === 'leaves' && given[0] === undefined) read.times += 1
    return real.apply(this, given)
  }
  try {
    await work(() => read.times)
    return read.times
  } finally {
    IDBObjectStore.prototype.getAllKeys = real
  }
}

test('lists that ask for many records at once read once where leaves begin', async () => {
  const replica = await openReplica(newName(), replicaStorage(), { after: afterReally })
  const some = Array.from({ length: 60 }, (_, n) => customer(n, 1))
  await write(replica, some)
  const list = async (from: number) => {
    const ids = some.slice(from, from + 20).map(({ id }) => id)
    expect(await readRecords(replica, 'customers', ids)).toHaveLength(20)
  }
  expect(await beginsReadBy(() => Promise.all([list(0), list(10), list(30), list(40)]))).toBe(1)
  expect(await beginsReadBy(() => list(5))).toBe(0)
  await replica.close()
})

test('where the customers of the first hits stand is read before anybody searches', async () => {
  const name = newName()
  const before = await started(name)
  await write(
    before.replica,
    Array.from({ length: 60 }, (_, n) => customer(n, 1)),
  )
  await before.close()
  await beginsReadBy(async (times) => {
    const desk = await started(name)
    await expect.poll(times).toBe(1)
    const ids = Array.from({ length: 30 }, (_, n) => idOf(n))
    expect(await readRecords(desk.replica, 'customers', ids)).toHaveLength(30)
    expect(times()).toBe(1)
    await desk.close()
  })
})
