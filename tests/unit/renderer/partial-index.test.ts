import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { isOpen } from '#domain/ticket/ticket.ts'
import { openReplica, writeRecords, type Replica } from '#renderer/data/replica.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { make, sizesOf } from '#tests/bench/desk/rows.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'

const sizes = sizesOf(60)
const tickets = Array.from({ length: sizes.tickets }, (_, n) => make.tickets(n, sizes) as Ticket)

/** How many entries these indexes of tickets have on the disk. */
function entriesIn(replica: Replica, ...indexes: readonly string[]): Promise<number[]> {
  const { database } = replica.tickets.internalStorageInstance.internals as unknown as {
    database: IDBDatabase
  }
  const store = database.transaction('leaves').objectStore('leaves')
  return Promise.all(
    indexes.map((index) => {
      const counting = store.index(index).count()
      return new Promise<number>((resolve) => {
        counting.addEventListener('success', () => resolve(counting.result))
      })
    }),
  )
}

test('an index for open tickets has an entry for each of them and none for what is done', async () => {
  const replica = await openReplica('partial', replicaStorage(), surroundings(new FakeClock(), 1))
  const put = (records: readonly Ticket[]) =>
    writeRecords(
      replica,
      records.map((record) => ({ collection: 'tickets', record })),
    )
  const entries = () =>
    entriesIn(replica, 'stage_priority_openedAt', 'ownerId_stage_priority_openedAt', 'stage_recent')
  const open = tickets.filter(isOpen)
  expect(open.length).toBeGreaterThan(2)
  await put(tickets)
  expect(await entries()).toEqual([open.length, open.length, tickets.length])
  await put(open.slice(1).map((each) => ({ ...each, rev: 2, status: 'closed' })))
  expect(await entries()).toEqual([1, 1, tickets.length])
  await put(open.slice(1, 2).map((each) => ({ ...each, rev: 3 })))
  expect(await entries()).toEqual([2, 2, tickets.length])
  await replica.close()
})
