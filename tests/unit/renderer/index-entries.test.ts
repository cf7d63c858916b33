import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { isOpen } from '#domain/ticket/ticket.ts'
import { openReplica, writeRecords, type Replica } from '#renderer/data/replica.ts'
import { answerOf } from '#renderer/data/storage/leaf-store.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { make, sizesOf } from '#tests/bench/desk/rows.ts'
import { foldingVersion } from '#renderer/search/pack-line.ts'
import { asThen, databaseOf } from '#tests/unit/renderer/older-leaves.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'

const sizes = sizesOf(60)
const tickets = Array.from({ length: sizes.tickets }, (_, n) => make.tickets(n, sizes) as Ticket)

const put = (replica: Replica, records: readonly Ticket[]) =>
  writeRecords(
    replica,
    records.map((record) => ({ collection: 'tickets', record })),
  )

/** How many entries these indexes of tickets have on the disk. */
function entriesIn(replica: Replica, ...indexes: readonly string[]): Promise<number[]> {
  const store = databaseOf(replica, 'tickets').transaction('leaves').objectStore('leaves')
  return Promise.all(indexes.map((index) => answerOf(store.index(index).count())))
}

test('an index for open tickets has an entry for each of them and none for what is done', async () => {
  const replica = await openReplica('partial', replicaStorage(), surroundings(new FakeClock(), 1))
  const entries = () => entriesIn(replica, 'stage_priority_openedAt', 'ownerId_stage_priority_openedAt')
  const open = tickets.filter(isOpen)
  expect(open.length).toBeGreaterThan(2)
  await put(replica, tickets)
  expect(await entries()).toEqual([open.length, open.length])
  await put(
    replica,
    open.slice(1).map((each) => ({ ...each, rev: 2, status: 'closed' })),
  )
  expect(await entries()).toEqual([1, 1])
  await put(
    replica,
    open.slice(1, 2).map((each) => ({ ...each, rev: 3 })),
  )
  expect(await entries()).toEqual([2, 2])
  await replica.close()
})

test.each([400, 200])(
  'tickets of one day share an entry of the index by their time, and so do those that an older console wrote (%d)',
  async (version) => {
    const open = () => openReplica(`coarse-${version}`, replicaStorage(), surroundings(new FakeClock(), 1))
    const lately = async (replica: Replica) => {
      const question = { selector: { stage: 'done' }, sort: [{ stage: 'asc' }, { recent: 'asc' }], limit: 30 }
      return (await replica.tickets.find(question as never).exec()).map(({ id }) => id)
    }
    const before = await open()
    const done = tickets
      .filter((each) => !isOpen(each))
      .map((each, n) => ({ ...each, updatedAt: 1_700_000_000_000 + n * 600_000 }))
    await put(before, done)
    const [entries = 0] = await entriesIn(before, 'stage_recent')
    expect(entries).toBeLessThan(done.length / 4)
    const newest = done
      .map(({ id }) => id)
      .toReversed()
      .slice(0, 30)
    expect(await lately(before)).toEqual(newest)
    const { name } = databaseOf(before, 'tickets')
    await before.close()
    await asThen(name, version + foldingVersion)
    const after = await open()
    expect(await entriesIn(after, 'stage_recent')).toEqual([entries])
    expect(await lately(after)).toEqual(newest)
    await after.close()
  },
)

test('the index of those on which somebody is called by name has open tickets that do so, and no other', async () => {
  const replica = await openReplica('mentions', replicaStorage(), surroundings(new FakeClock(), 1))
  const entries = () => entriesIn(replica, 'mentioned_priority_openedAt')
  const [first, second] = tickets.filter(isOpen)
  if (first === undefined || second === undefined) throw new Error('too few are open')
  await put(replica, tickets)
  expect(await entries()).toEqual([0])
  const mentions = [{ staffId: 'sari', at: 1, by: 'ani' }]
  await put(
    replica,
    [first, second].map((each) => ({ ...each, rev: 2, mentions })),
  )
  expect(await entries()).toEqual([2])
  await put(replica, [{ ...first, rev: 3, mentions, status: 'closed' }])
  expect(await entries()).toEqual([1])
  await replica.close()
})
