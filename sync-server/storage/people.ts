import type { Reference } from '#domain/reference/reference.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { Zone } from '#domain/reference/reference.ts'
import type { Sql } from './database.ts'
import { recordOf, recordsOf } from './documents.ts'

export interface Centre {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly zone: Zone
}

export async function centreOf(sql: Sql, centreId: string): Promise<Centre | undefined> {
  const record = await recordOf(sql, 'reference', `centre:${centreId}`)
  return record?.kind === 'centre' && record.active ? centreFrom(centreId, record) : undefined
}

function centreFrom(id: string, { code, name, zone }: Reference): Centre {
  return { id, code, name: name ?? code, zone: zone ?? 'WIB' }
}

const staffPrefix = 'staff:'

/** A person who may serve at present. */
export interface Staff {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly centreId: string
}

/** The person, unless unknown or no longer active. */
export async function staffOf(sql: Sql, staffId: string): Promise<Staff | undefined> {
  return (await staffAmong(sql, [staffId])).get(staffId)
}

/** Those of some people who may serve, by id. */
export async function staffAmong(sql: Sql, staffIds: readonly string[]): Promise<ReadonlyMap<string, Staff>> {
  const ids = [...new Set(staffIds)]
  const found = await recordsOf(
    sql,
    ids.map((id) => ({ collection: 'reference', id: staffPrefix + id })),
  )
  return new Map(
    found
      .flatMap((write) => (write.collection === 'reference' ? (staffFrom(write.record) ?? []) : []))
      .map((staff) => [staff.id, staff]),
  )
}

/** What a person's record says, when that person may serve. */
export function staffFrom({ id, kind, active, code, name, role, centreId }: Reference): Staff | undefined {
  if (kind !== 'staff' || !active || role === undefined || centreId === undefined) return undefined
  return { id: id.slice(staffPrefix.length), username: code, name: name ?? code, role, centreId }
}

/** Every active centre, by code. */
export async function centresOf(sql: Sql): Promise<Centre[]> {
  const rows = await sql.query<{ body: Reference }>(
    `select body from document where collection = 'reference' and body ->> 'kind' = 'centre' and not deleted
     order by body ->> 'code'`,
  )
  return rows
    .filter(({ body }) => body.active)
    .map(({ body }) => centreFrom(body.id.replace(/^centre:/, ''), body))
}
