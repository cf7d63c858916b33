import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { contactFields } from '#domain/contact/contact.ts'
import { id, text } from '#domain/fields.ts'
import { captureAppointment } from '#domain/order/capture-appointment.ts'
import { captureOrder } from '#domain/order/capture-order.ts'
import { Ticket } from '#domain/ticket/ticket.ts'

const { startedAt, customerId, channel, direction, verification, reasonCode, disposition } = contactFields
const { type, department, priority } = Ticket.properties

/** A running contact as it is kept on this PC. */
const Kept = Type.Object({
  contact: Type.Object({
    startedAt,
    customerId,
    numberGiven: text(32),
    channel,
    direction,
    verification,
    reasonCode: Type.Optional(reasonCode),
    disposition: Type.Optional(disposition),
    note: text(4000),
    callId: Type.Optional(text(64)),
    talkedMs: Type.Optional(Type.Number({ minimum: 0 })),
    ticket: Type.Optional(
      Type.Object({
        subject: text(200),
        type,
        department,
        priority,
        task: Type.Optional(
          Type.Object({ department, ask: text(1000), withinHours: Type.Integer({ minimum: 0 }) }),
        ),
      }),
    ),
    queue: Type.Optional(Type.Object({ queueTicketId: id(), display: text(16) })),
    wishes: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Omit(captureAppointment.payload, ['orderId', 'code']),
          Type.Omit(captureOrder.payload, ['orderId', 'code']),
        ]),
      ),
    ),
  }),
  /** Milliseconds that the conversation had lasted. */
  passed: Type.Number({ minimum: 0 }),
})
export type Kept = Static<typeof Kept>

export function readKept(value: unknown): Kept | undefined {
  return Value.Check(Kept, value) ? value : undefined
}
