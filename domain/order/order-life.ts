import { isOrder, type OrderRecord } from '#domain/order/order-record.ts'
import type { Order } from '#domain/order/order.ts'
import { mostOrderEvents, type OrderEvent, type OrderStatus } from '#domain/order/record-fields.ts'
import type { Records } from '#domain/sync/records.ts'
import { derivedId, refused, unchanged, type StepContext, type StepOutcome } from '#domain/sync/step.ts'

/** Which status may follow which. What has ended stays ended: a customer who wants it again asks again. */
export const nextOrderStatuses: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  captured: ['pending_verification', 'submitted', 'accepted', 'rejected', 'cancelled'],
  pending_verification: ['submitted', 'accepted', 'rejected', 'cancelled'],
  submitted: ['accepted', 'rejected', 'cancelled'],
  accepted: ['fulfilled', 'rejected', 'cancelled'],
  rejected: [],
  fulfilled: [],
  cancelled: [],
}

interface OrderMove {
  readonly orderId: string
  readonly to: OrderStatus
  readonly note?: string | undefined
  /** What else the move changes of the order. */
  readonly change?: Partial<Pick<Order, 'slot' | 'checksDone' | 'checksLeft'>>
}

/**
 * Another status. The order's life decides from the status it has now: the same target is nothing to do; one that is too
 * late leaves the status, keeps the words and asks a person.
 */
export function moveOrder(records: Records, context: StepContext, move: OrderMove): StepOutcome {
  const order = records.get('orders', move.orderId)
  if (order === undefined || !isOrder(order)) return refused('unknown_record')
  if (order.status === move.to) return unchanged
  const moved = nextOrderStatuses[order.status].includes(move.to)
  const note = move.note === undefined || move.note === '' ? {} : { note: move.note }
  const told = eventOn(order, context, { to: move.to, moved, ...note })
  if (told === order) return unchanged
  if (told === undefined) return refused('bad_operation')
  return {
    done: true,
    writes: [{ collection: 'orders', record: moved ? { ...told, ...move.change, status: move.to } : told }],
    attention: moved ? [] : [tooLate(order, move.to)],
  }
}

/** The record with what happened at its end: itself when that is there already, `undefined` when it can take no more. */
export function eventOn<R extends OrderRecord>(
  order: R,
  context: StepContext,
  event: Pick<OrderEvent, 'to' | 'moved' | 'note'>,
): R | undefined {
  const { at, actorId: by } = context
  const id = derivedId(context)
  if (order.events.some((each) => each.id === id)) return order
  if (order.events.length >= mostOrderEvents) return undefined
  const events = [...order.events, { ...event, id, at, by }]
  return { ...order, updatedAt: Math.max(order.updatedAt, at), events }
}

function tooLate(order: Order, to: OrderStatus) {
  return {
    kind: 'transition',
    problem: 'status_not_reachable',
    subject: { collection: 'orders', id: order.id },
    customerId: order.customerId,
    fields: [{ field: 'orderStatus', base: '', mine: to, theirs: order.status }],
  } as const
}
