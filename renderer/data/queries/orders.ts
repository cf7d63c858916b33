import { combineLatest, map, type Observable } from 'rxjs'
import { isOrder, type OrderRecord } from '#domain/order/order-record.ts'
import type { Order } from '#domain/order/order.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { OrderEntry, OrderRow } from '#renderer/data/contract-orders.ts'
import type { Desk, StateOf } from '#renderer/data/desk.ts'
import { ofFamily } from '#renderer/data/queries/family.ts'
import { live } from '#renderer/data/queries/live.ts'
import { nameOf } from '#renderer/data/queries/tickets.ts'

const most = 200

/** Orders, appointments and payments of every record that stands for the customer. */
export const recordsOf = (desk: Desk, customerId: string): Observable<OrderRecord[]> =>
  ofFamily(desk, customerId, (id) =>
    live(desk.core.replica, 'orders', {
      selector: { ofCustomer: id },
      sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }],
      limit: most,
    }),
  )

export const plainOrdersOf = (desk: Desk, customerId: string): Observable<Order[]> =>
  recordsOf(desk, customerId).pipe(map((records) => records.filter(isOrder)))

export function ordersOf(desk: Desk, customerId: string): Observable<OrderRow[]> {
  return combineLatest([plainOrdersOf(desk, customerId), desk.reference, desk.states]).pipe(
    map(([orders, reference, stateOf]) =>
      orders
        .toSorted((a, b) => b.capturedAt - a.capturedAt)
        .map((order) => ({
          order,
          ...nameOf('capturedByName', reference, order.capturedBy),
          state: stateOf('orders', order.id),
        })),
    ),
  )
}

/** What happened to an order, for the timeline. */
export function orderEntries(
  order: Order,
  reference: ReadonlyMap<string, Reference>,
  stateOf: StateOf,
): OrderEntry[] {
  return order.events.map((event) => ({
    kind: 'order',
    at: event.at,
    order,
    event,
    ...nameOf('actorName', reference, event.by),
    state: stateOf('orders', order.id),
  }))
}
