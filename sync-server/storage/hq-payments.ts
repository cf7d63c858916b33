import type { OrderRecord } from '#domain/order/order-record.ts'
import type { DrawerCount } from '#domain/payment/drawer-count.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Sql } from './database.ts'

/** Of one centre or of all; captured from `since` on, before `until`. */
export interface Between {
  readonly centreId?: string | undefined
  readonly since?: number | undefined
  readonly until?: number | undefined
}

/** Money that was taken and given back, the oldest first. */
export const paymentsIn = (sql: Sql, asked: Between) => recordsIn<Payment>(sql, 'payment', asked)

/** Counts of drawers, the oldest first. */
export const drawerCountsIn = (sql: Sql, asked: Between) => recordsIn<DrawerCount>(sql, 'drawer', asked)

/** By the centre where the money was: the customer's home may be another one. */
async function recordsIn<R extends OrderRecord>(
  sql: Sql,
  kind: R['kind'],
  { centreId, since, until }: Between,
): Promise<R[]> {
  const rows = await sql.query<{ body: R }>(
    `select body from document
     where collection = 'orders' and not deleted and body ->> 'kind' = $1
       and ($2::text is null or body ->> 'centreId' = $2)
       and (body ->> 'capturedAt')::bigint >= $3 and (body ->> 'capturedAt')::bigint < $4
     order by (body ->> 'capturedAt')::bigint, id`,
    [kind, centreId ?? null, since ?? 0, until ?? Number.MAX_SAFE_INTEGER],
  )
  return rows.map(({ body }) => body)
}
