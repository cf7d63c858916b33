import type { Reference } from '#domain/reference/reference.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { Zone } from '#domain/reference/reference.ts'
import type { Sql } from './database.ts'
import { recordOf } from './documents.ts'

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
  const record = await recordOf(sql, 'reference', `staff:${staffId}`)
  if (record?.kind !== 'staff' || !record.active) return undefined
  const { code, name, role, centreId } = record
  return role === undefined || centreId === undefined
    ? undefined
    : { id: staffId, username: code, name: name ?? code, role, centreId }
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
