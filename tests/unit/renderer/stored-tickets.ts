import {
  addRxPlugin,
  createRxDatabase,
  type RxCollection,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb/plugins/core'
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { expect } from 'vitest'
import { entities } from '#domain/entities.ts'
import { aDay } from '#domain/fields.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { rxSchemaOf } from '#renderer/data/rx-schema.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'

export type Row = Pick<Ticket, 'id' | 'rev' | 'code' | 'ownerId' | 'priority' | 'subject' | 'openedAt'> & {
  ofCustomer: string
  stage: string
  mentioned: string
  newest: number
  recent: number
}
export interface Tickets extends AsyncDisposable {
  readonly name: string
  readonly tickets: RxCollection<Row>
}

const next = { number: 0 }

export async function open(
  storage: RxStorage<never, never>,
  { name = `storage-${next.number++}`, version = 0 } = {},
): Promise<Tickets> {
  addRxPlugin(RxDBMigrationSchemaPlugin)
  const database = await createRxDatabase({ name, storage, multiInstance: false })
  const schema = { ...rxSchemaOf(entities.tickets), version } as unknown as RxJsonSchema<Row>
  const migrationStrategies = version === 0 ? {} : { 1: (row: Row) => ({ ...row, subject: 'migrated' }) }
  const { tickets } = await database.addCollections({
    tickets: { schema, migrationStrategies, autoMigrate: false },
  })
  return { name, tickets, [Symbol.asyncDispose]: async () => void (await database.close()) }
}

export const leaves = () => replicaStorage() as RxStorage<never, never>
export const memory = () => getRxStorageMemory() as unknown as RxStorage<never, never>
export const dexie = () => getRxStorageDexie() as unknown as RxStorage<never, never>

export function row(number: number, rev = 1): Row {
  const at = (number * 7919) % 97
  return {
    id: `t${String(number).padStart(4, '0')}`,
    rev,
    code: `T-KDI1-2611-${number}`,
    ownerId: `o${at % 3}`,
    priority: at % 2 === 0 ? 'p1' : 'p2',
    subject: `subject ${rev}`,
    openedAt: at,
    ofCustomer: `c${at % 7}`,
    stage: at % 4 === 0 ? 'open' : 'done',
    mentioned: at % 8 === 0 ? 'yes' : 'no',
    newest: 1000 - at,
    // Three to a day, which is the grain of its index.
    recent: daysAfter((100 - at) / 3 - rev / 10),
  }
}
export const daysAfter = (days: number) => 100 * aDay + Math.round(days * aDay)
export const rows = (count: number, rev = 1) => Array.from({ length: count }, (_, number) => row(number, rev))

export async function put({ tickets }: Tickets, all: readonly Row[]): Promise<void> {
  const { error } = await tickets.bulkUpsert([...all])
  expect(error).toEqual([])
}

export async function ask({ tickets }: Tickets, question: object): Promise<unknown[]> {
  return (await tickets.find(question as never).exec()).map((document) => document.toJSON())
}
