import { Type, type Static } from 'typebox'
import { code, id, text } from '#domain/fields.ts'
import { checks, sortChecks, wishRules, type Wish } from '#domain/order/checks.ts'
import type { Order } from '#domain/order/order.ts'
import { oneOf } from '#domain/fields.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import type { Records, Ref } from '#domain/sync/records.ts'
import { derivedId, refused, unchanged, type StepContext, type StepOutcome } from '#domain/sync/step.ts'

/** What a desk says of anything that a customer wants; price, centre, times and status come from elsewhere. */
export const captured = {
  orderId: id(),
  code: code(),
  customerId: id(),
  subscriptionId: Type.Optional(id()),
  contactId: Type.Optional(id()),
  checksDone: Type.Array(oneOf(checks), { maxItems: 20 }),
  note: Type.Optional(text(1000)),
} as const
const Captured = Type.Object(captured)
type Captured = Static<typeof Captured>

export const permitsCapture = (role: Role) => (servingRoles as readonly Role[]).includes(role)

export const touchesCaptured = ({ orderId, customerId }: Captured): Ref[] => [
  { collection: 'orders', id: orderId },
  { collection: 'customers', id: customerId },
]

type Wanted = Pick<Order, 'kind' | 'wish'> &
  Partial<Pick<Order, 'slot' | 'price' | 'releaseId' | 'offeringCode' | 'offeringName'>>

/** Writes down what a customer wants. It waits for verification as long as a check is left. */
export function captureWish(
  records: Records,
  payload: Captured,
  context: StepContext,
  wanted: Wanted,
): StepOutcome {
  const present = records.get('orders', payload.orderId)
  if (present !== undefined) return present.code === payload.code ? unchanged : refused('id_taken')
  if (records.get('customers', payload.customerId) === undefined) return refused('unknown_record')
  const { orderId, checksDone, code: ownCode, customerId, subscriptionId, contactId, note } = payload
  const { at, actorId: by, centreId } = context
  const { done, left } = sortChecks(wanted.wish, checksDone)
  const status = left.length > 0 ? 'pending_verification' : 'captured'
  const record: Order = {
    ...wanted,
    id: orderId,
    rev: 0,
    code: ownCode,
    customerId,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(note === undefined || note === '' ? {} : { note }),
    status,
    centreId,
    checksDone: done,
    checksLeft: left,
    capturedAt: at,
    capturedBy: by,
    updatedAt: at,
    events: [{ id: derivedId(context), at, by, to: status, moved: true }],
  }
  return { done: true, writes: [{ collection: 'orders', record }] }
}

export const wishesWith = (visit: boolean) =>
  (Object.keys(wishRules) as Wish[]).filter((wish) => wishRules[wish].visit === visit)
