import { setCredential } from '#sync-server/storage/credentials.ts'
import { hashPassword } from '#sync-server/auth/passwords.ts'
import { systemClock } from '#sync-server/clock.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { headquarters, password, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { makeWorld } from '#tests/world/make-world.ts'

const code = 'KDI'

/** A headquarters that listens, with the made-up operator's one centre of so many customers. */
export interface Centre extends AsyncDisposable {
  readonly url: string
  readonly hq: TestHeadquarters
  readonly code: string
  readonly username: string
  readonly password: string
  /** How many records a desk of this centre carries. */
  readonly records: number
  /** Records of customers, contacts and tickets with a changed text each, in transactions that fit into pages. */
  change(count: number): Promise<void>
  /** All records of the centre, as they were made. */
  all(): Iterable<Placed>
  /** One of them. */
  find(isWanted: (placed: Placed) => boolean): Placed
}

interface Stored {
  /** Of its database: more records than fit into a PGlite in memory want a PostgreSQL. */
  readonly url?: string | undefined
  /** Instead of the made-up operator's records, those that a person of this id works with. */
  readonly others?: (staffId: string) => Iterable<Placed>
}

export async function openCentre(
  customers: number,
  web: string,
  { url: database, others }: Stored = {},
): Promise<Centre> {
  const hq = await headquarters({
    url: database,
    clock: { ...systemClock, advance: () => undefined },
    settings: { web },
  })
  const world = makeWorld({
    seed: 'bench',
    now: Date.now(),
    centres: 1,
    customersPerCentre: others === undefined ? customers : 1,
    monthsOfHistory: 6,
    nikKey: Buffer.alloc(32),
    // No desk of this bench sells anything.
    sign: () => '',
  })
  const store = async (records: Iterable<Placed>) => {
    let count = 0
    for (const batch of batches(records, 250)) {
      await hq.database.transaction((tx) =>
        commitWrites(tx, [{ placed: batch }], { now: Date.now(), newCommitId: () => systemClock.newId() }),
      )
      count += batch.length
    }
    return count
  }
  const everywhere = { partitions: ['global'] }
  const reference = world.reference.map((record): Placed => ({
    collection: 'reference',
    record,
    ...everywhere,
  }))
  const person = world.staff.find(({ role, centreId }) => role === 'branch' && centreId === code)
  if (person === undefined) throw new Error('nobody works at the centre')
  const all = () => others?.(person.id) ?? world.recordsOf(code)
  const records = (await store(reference)) + (await store(all()))
  const passwordHash = await hashPassword(password)
  await setCredential(hq.database, { staffId: person.id, username: person.username, passwordHash })
  const state = { changes: 0 }
  const url = await hq.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    hq,
    code,
    username: person.username,
    password,
    records,
    async change(count) {
      state.changes += 1
      await store(changed(all(), count, `Berubah ${state.changes}`))
    },
    all,
    find(isWanted) {
      for (const placed of all()) if (isWanted(placed)) return placed
      throw new Error('there is no such record')
    },
    async [Symbol.asyncDispose]() {
      await hq[Symbol.asyncDispose]()
    },
  }
}

const fieldOf: Readonly<Record<string, string>> = {
  customers: 'pinnedNote',
  tickets: 'subject',
  contacts: 'note',
}

function* changed(records: Iterable<Placed>, count: number, text: string): Generator<Placed> {
  let left = count
  for (const placed of records) {
    const field = fieldOf[placed.collection]
    if (field === undefined) continue
    if (left-- === 0) return
    yield { ...placed, record: { ...placed.record, [field]: text } } as Placed
  }
}

function* batches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const each of all) {
    batch.push(each)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
