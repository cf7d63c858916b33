import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { afterReally } from '#renderer/data/after-really.ts'
import { openReplica, readRecords, removeRecords, writeRecords } from '#renderer/data/replica.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { make, sizesOf } from '#tests/bench/desk/rows.ts'

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
