import { onTestFinished } from 'vitest'
import type { DiskRoom } from '#electron/shared/bridge.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { leavesUnder, openReplica, writeRecords, type Replica } from '#renderer/data/replica.ts'
import { fillIndex } from '#renderer/data/search-lines.ts'
import type { Leaves } from '#renderer/data/storage/leaf-query.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { createSearchIndex, type SearchIndex } from '#renderer/search/search-index.ts'
import { customer as customerAt } from '#tests/server/payloads.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { testMachine } from '#tests/sync/test-machine.ts'

const next = { number: 0 }
export const newName = () => `pages-${next.number++}`

/** A desk's replica and its index, as they are between two starts. */
export interface Running {
  readonly replica: Replica
  readonly leaves: Leaves
  readonly clock: FakeClock
  readonly search: SearchIndex
  close(): Promise<void>
}

export async function started(name: string, room: DiskRoom = 'enough'): Promise<Running> {
  const clock = new FakeClock()
  const around = surroundings(clock, 1)
  const replica = await openReplica(name, replicaStorage(), around)
  const search = createSearchIndex()
  const machine = { ...testMachine(), diskRoom: async () => room }
  const filling = fillIndex({ replica, around, machine }, search)
  await filling.filled
  const leaves = leavesUnder(replica, 'customers')
  if (leaves === undefined) throw new Error('customers stand in no leaves')
  const state = { open: true }
  const close = async () => {
    if (!state.open) return
    state.open = false
    await filling.close()
    await replica.close()
  }
  // Also behind a test that fails: RxDB's free version opens few collections at once.
  onTestFinished(close)
  return { replica, leaves, clock, search, close }
}

/** Ids of both kinds, and long lines: some thirty fill a page. */
export const idOf = (n: number) =>
  n % 5 === 0
    ? `018f3b2a-c${n}`
    : `018f3b2a-0000-7000-8${String((n * 7919) % 1000).padStart(3, '0')}-${String(n).padStart(12, '0')}`
export const customer = (n: number, round: number): Customer =>
  customerAt(idOf(n), 'KDI', {
    rev: round,
    name: `nama${n}x runde${round}x ${'panjang '.repeat(60 + 10 * (n % 10) + round)}`,
  })

export const write = (replica: Replica, records: readonly Customer[]) =>
  writeRecords(
    replica,
    records.map((record) => ({ collection: 'customers', record })),
  )

export const lengthOf = async (desk: Running, store: string) => (await allIn(desk, store)).length
/** All values of a store of customers. */
export async function allIn({ leaves }: Running, store: string): Promise<unknown[]> {
  const reading = leaves.database.transaction(store).objectStore(store).getAll()
  await new Promise((resolve) => reading.addEventListener('success', resolve))
  return reading.result
}
