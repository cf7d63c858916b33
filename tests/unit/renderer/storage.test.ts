import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { seeded } from '#tests/sync/seeded.ts'
import {
  ask,
  daysAfter,
  dexie,
  leaves,
  memory,
  open,
  put,
  row,
  rows,
} from '#tests/unit/renderer/stored-tickets.ts'

const byPriority = [{ stage: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }]
const byOwner = [{ ownerId: 'asc' }, ...byPriority]
const byRecent = [{ stage: 'asc' }, { recent: 'asc' }]
const byMention = [{ mentioned: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }]
const everything = { selector: {}, sort: [{ id: 'asc' }] }
const questions = [
  everything,
  { selector: { id: { $gt: 't0010' } }, sort: [{ id: 'asc' }], limit: 7 },
  { selector: { id: { $gte: 't0010', $lt: 't0031' } }, sort: [{ id: 'desc' }] },
  { selector: { ofCustomer: 'c3' }, sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }], limit: 4 },
  { selector: { ofCustomer: 'c3', newest: { $gt: 950 } }, sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }] },
  { selector: { stage: 'open', priority: 'p1' }, sort: byPriority, skip: 2, limit: 3 },
  { selector: { stage: 'done', priority: 'p1' }, sort: byPriority, limit: 3 },
  { selector: { ownerId: 'o1', stage: 'open' }, sort: byOwner },
  { selector: { mentioned: 'yes' }, sort: byMention },
  { selector: { mentioned: 'no' }, sort: byMention, limit: 5 },
  { selector: { ownerId: { $gte: 'o1' }, stage: { $gte: 'done' } }, sort: byOwner },
  {
    selector: { stage: { $in: ['open', 'done'] }, recent: { $lte: daysAfter(20) } },
    sort: [{ recent: 'asc' }, { id: 'asc' }],
  },
  { selector: { stage: 'done' }, sort: byRecent, limit: 9 },
  { selector: { stage: 'done' }, sort: byRecent, skip: 11, limit: 6 },
  { selector: { stage: 'done', recent: { $gt: daysAfter(4.1) } }, sort: byRecent, limit: 5 },
  { selector: { stage: 'done', recent: { $gte: daysAfter(7.3), $lt: daysAfter(7.9) } }, sort: byRecent },
  { selector: { stage: { $gte: 'done' } }, sort: byRecent, limit: 60 },
  {
    selector: { ownerId: 'o1', subject: 'subject 2' },
    sort: [{ openedAt: 'desc' }, { id: 'asc' }],
    limit: 5,
  },
  { selector: { $or: [{ ownerId: 'o2' }, { priority: 'p1' }] }, sort: [{ id: 'asc' }] },
  { selector: { stage: 'none' }, sort: [{ id: 'asc' }] },
  { selector: { stage: { $gt: 'x', $lt: 'b' } }, sort: [{ id: 'asc' }] },
]

for (let seed = 1; seed <= 12; seed++)
  test(`leaves hold, answer and tell what RxDB's memory does, whatever is written (seed ${seed})`, async () => {
    await using theirs = await open(memory())
    await using ours = await open(leaves())
    const random = seeded(seed)
    const now = { round: 0 }
    const told = [theirs, ours].map(({ tickets }) => {
      const events: string[] = []
      tickets.$.subscribe(({ operation, documentId }) =>
        events.push(`${now.round} ${operation} ${documentId}`),
      )
      return events
    })
    for (let round = 0; round < 12; round++) {
      now.round = round
      const from = Math.floor(random() * 60)
      const count = Math.floor(random() * (round % 3 === 0 ? 40 : 4)) + 1
      const some = rows(100, round + 1).slice(from, from + count)
      const isRemoved = random() < 0.3
      for (const each of [theirs, ours]) {
        if (isRemoved) await each.tickets.bulkRemove(some.map(({ id }) => id))
        else
          await put(
            each,
            some.toSorted(() => seeded(round)() - 0.5),
          )
      }
      for (const question of questions)
        expect(await ask(ours, question), JSON.stringify(question)).toEqual(await ask(theirs, question))
      const ids = rows(100).map(({ id }) => id)
      expect([...(await ours.tickets.findByIds(ids).exec()).keys()].toSorted()).toEqual(
        [...(await theirs.tickets.findByIds(ids).exec()).keys()].toSorted(),
      )
      for (const stage of ['open', 'done']) {
        const counted = { selector: { stage } } as never
        expect(await ours.tickets.count(counted).exec()).toBe(await theirs.tickets.count(counted).exec())
      }
    }
    // RxDB writes what was removed before in a second go where a storage keeps what is deleted.
    expect(told[1]?.toSorted()).toEqual(told[0]?.toSorted())
  })

test('a write that does not know what is stored is a conflict, and the rest of its batch is written', async () => {
  await using ours = await open(leaves())
  await put(ours, rows(20))
  const { storageInstance } = ours.tickets
  const fresh = { ...row(30), _deleted: false, _attachments: {}, _rev: '', _meta: { lwt: 1 } }
  const stale = { ...fresh, ...row(3, 2) }
  const { error } = await storageInstance.bulkWrite([{ document: stale }, { document: fresh }], 'test')
  expect(error).toMatchObject([{ status: 409, documentId: 't0003', documentInDb: row(3) }])
  expect(await storageInstance.findDocumentsById(['t0003', 't0030', 't0031'], false)).toMatchObject([
    row(3),
    row(30),
  ])
})

test('[P3] a disk that refuses any record of a write keeps what it had, whole', async () => {
  await using ours = await open(leaves())
  await put(ours, rows(60))
  const { storageInstance } = ours.tickets
  const stored = await storageInstance.findDocumentsById(
    rows(30).map(({ id }) => id),
    false,
  )
  const changes = stored.map((previous) => ({ previous, document: { ...previous, subject: 'changed' } }))
  const more = rows(90).slice(60)
  const fresh = more.map((each) => ({
    document: { ...each, _deleted: false, _attachments: {}, _rev: '', _meta: { lwt: 1 } },
  }))
  // oxlint-disable-next-line typescript/unbound-method -- called with the store that it is asked of
  const real = IDBObjectStore.prototype.put
  let k = 1
  for (let came = true; came; k++) {
    const fault = { left: k }
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (['leaves', 'gists'].includes(this.name) && --fault.left === 0)
        throw new DOMException('no space left', 'QuotaExceededError')
      return real.apply(this, given)
    }
    const writing = storageInstance.bulkWrite([...changes, ...fresh], 'test')
    const done = await writing.catch((refusal: unknown) => refusal)
    IDBObjectStore.prototype.put = real
    came = fault.left <= 0
    expect(done).toMatchObject(came ? { name: 'QuotaExceededError' } : { error: [] })
    const expected = came
      ? rows(60)
      : [...rows(90)].map((each, at) => (at < 30 ? { ...each, subject: 'changed' } : each))
    expect(
      await storageInstance.findDocumentsById(
        rows(90).map(({ id }) => id),
        false,
      ),
    ).toMatchObject(expected)
  }
  expect(k).toBeGreaterThan(3)
})

async function allIn(database: IDBDatabase, store: string): Promise<unknown[]> {
  const reading = database.transaction(store).objectStore(store).getAll()
  await new Promise((resolve) => reading.addEventListener('success', resolve))
  return reading.result
}

test('what leaves the desk is gone from its disk', async () => {
  await using ours = await open(leaves())
  await put(ours, [...rows(30), { ...row(31), subject: 'rahasia' }])
  await ours.tickets.bulkRemove(['t0031'])
  const { database } = ours.tickets.storageInstance.internals as unknown as { database: IDBDatabase }
  const [stored, gists] = await Promise.all(['leaves', 'gists'].map((store) => allIn(database, store)))
  expect(stored?.length).toBeLessThan(10)
  const said = (stored as { texts: Uint8Array }[]).map(({ texts }) => new TextDecoder().decode(texts))
  expect(said.join()).toMatch(/subject 1/)
  expect(JSON.stringify(stored) + said.join()).not.toMatch(/rahasia|t0031/)
  expect(gists?.length).toBeGreaterThan(0)
  for (const gist of gists ?? [])
    expect(new TextDecoder('latin1').decode(gist as Uint8Array)).not.toMatch(/rahasia|t0031/)
})

test('[V8] what a console before leaves wrote stays where it is, with everything in it', async () => {
  const { name } = await (async () => {
    await using before = await open(dexie())
    await put(before, rows(50))
    return before
  })()
  await using after = await open(leaves(), { name })
  expect(await ask(after, everything)).toEqual(rows(50))
  await put(after, rows(60, 2))
  expect(await ask(after, everything)).toEqual(rows(60, 2))
})

for (const [from, storage] of [
  ['the storage before leaves', dexie],
  ['leaves', leaves],
] as const)
  test(`[V8] a new version of a schema takes over every record from ${from}`, async () => {
    const { name } = await (async () => {
      await using before = await open(storage())
      await put(before, rows(250))
      return before
    })()
    await using after = await open(leaves(), { name, version: 1 })
    await after.tickets.startMigration(100)
    expect(await ask(after, everything)).toEqual(rows(250).map((each) => ({ ...each, subject: 'migrated' })))
  })
