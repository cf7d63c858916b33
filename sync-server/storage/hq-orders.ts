import type { Order } from '#domain/order/order.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import type { Sql } from './database.ts'

/** Payments and counts of drawers stand in the same collection. */
const wishesAlone = `body ->> 'kind' in ('order', 'appointment')`

/** Orders and appointments, the oldest first; of one centre or of all. */
export async function ordersOf(
  sql: Sql,
  asked: { readonly centreId?: string | undefined; readonly open: boolean },
): Promise<Order[]> {
  const rows = await sql.query<{ body: Order }>(
    `select body from document
     where collection = 'orders' and not deleted and ${wishesAlone} and ($1::text is null or home = $1)
       and (not $2::boolean or body ->> 'status' not in ('rejected', 'fulfilled', 'cancelled'))
     order by (body ->> 'capturedAt')::bigint, id`,
    [asked.centreId === undefined ? null : centrePartition(asked.centreId), asked.open],
  )
  return rows.map(({ body }) => body)
}

export async function ordersByCode(sql: Sql, code: string): Promise<Order[]> {
  const rows = await sql.query<{ body: Order }>(
    `select body from document
     where collection = 'orders' and body ->> 'code' = $1 and not deleted and ${wishesAlone} limit 2`,
    [code],
  )
  return rows.map(({ body }) => body)
}
