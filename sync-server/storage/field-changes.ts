import type { Sql } from './database.ts'

/** Who changed a customer's field last, when and where. */
export interface FieldChange {
  readonly customerId: string
  readonly field: string
  readonly actorId: string
  readonly centreId: string
  readonly deviceLabel: string
  readonly at: number
  /** When headquarters took it, by its own clock; 0 before it was written down. */
  readonly takenAt: number
}

export async function storeFieldChanges(tx: Sql, changes: readonly FieldChange[]): Promise<void> {
  if (changes.length === 0) return
  await tx.query(
    `insert into field_change (customer_id, field, actor_id, centre_id, device_label, at, taken_at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
     on conflict (customer_id, field) do update set actor_id = excluded.actor_id,
       centre_id = excluded.centre_id, device_label = excluded.device_label, at = excluded.at,
       taken_at = excluded.taken_at`,
    [
      changes.map(({ customerId }) => customerId),
      changes.map(({ field }) => field),
      changes.map(({ actorId }) => actorId),
      changes.map(({ centreId }) => centreId),
      changes.map(({ deviceLabel }) => deviceLabel),
      changes.map(({ at }) => at),
      changes.map(({ takenAt }) => takenAt),
    ],
  )
}

export function fieldChangesOf(tx: Sql, customerIds: readonly string[]): Promise<FieldChange[]> {
  return tx.query<FieldChange>(
    `select customer_id as "customerId", field, actor_id as "actorId", centre_id as "centreId",
       device_label as "deviceLabel", at, taken_at as "takenAt"
     from field_change where customer_id = any($1::text[])`,
    [customerIds],
  )
}
