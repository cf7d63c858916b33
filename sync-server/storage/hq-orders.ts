import { isOrderOpen, type Order } from '#domain/order/order.ts'
import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import { orderStatuses } from '#domain/order/record-fields.ts'
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

/** Of all centres, what headquarters still has to answer or to fulfil; the oldest first. */
export async function ordersToAnswer(sql: Sql, limit: number): Promise<OrderToAnswer[]> {
  const rows = await sql.query<{ body: Order }>(
    // Status by status, so that the index leads there however few orders there are.
    `select d.body from unnest($1::text[]) as open (status) cross join lateral (
       select id, body, (body ->> 'capturedAt')::bigint as at from document
       where collection = 'orders' and not deleted and body ->> 'status' = open.status
       order by (body ->> 'capturedAt')::bigint limit $2
     ) as d order by d.at, d.id limit $2`,
    [orderStatuses.filter((status) => isOrderOpen({ status })), limit],
  )
  const orders = rows.map(({ body }) => body)
  const customers = await namesOf(sql, [...new Set(orders.map(({ customerId }) => customerId))])
  const paid = await paidFor(
    sql,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => {
    const { name = '', code = '' } = customers.get(order.customerId) ?? {}
    return { order, customerName: name, customerCode: code, paid: paid.get(order.id) ?? 0 }
  })
}

interface Named {
  readonly id: string
  readonly name: string
  readonly code: string
}

async function namesOf(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const rows = await sql.query<Named>(
    `select d.id, d.body ->> 'name' as name, d.body ->> 'code' as code
     from unnest($1::text[]) as wanted (id)
     join document d on d.collection = 'customers' and d.id = wanted.id`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function paidFor(sql: Sql, orderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ id: string; paid: number }>(
    `select wanted.id, coalesce((
       select sum((d.body ->> 'amount')::bigint) from document d
       where d.collection = 'orders' and not d.deleted and d.body ->> 'orderId' = wanted.id
     ), 0)::float8 as paid from unnest($1::text[]) as wanted (id)`,
    [orderIds],
  )
  return new Map(rows.map(({ id, paid }) => [id, paid]))
}
