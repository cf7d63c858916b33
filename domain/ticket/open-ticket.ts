import { Type } from 'typebox'
import { Ticket } from '#domain/ticket/ticket.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import type { Ref } from '#domain/sync/records.ts'
import { defineStep, derivedId, refused, unchanged } from '#domain/sync/step.ts'

/** What a desk may say of a new ticket; status, centre and times come from the operation. */
const told = Type.Pick(Ticket, [
  'code',
  'customerId',
  'subscriptionId',
  'type',
  'department',
  'priority',
  'subject',
  'description',
  'channel',
  'reasonCode',
  'ownerId',
])

export const openTicket = defineStep({
  kind: 'openTicket',
  v: 1,
  payload: Type.Object({ ticketId: Ticket.properties.id, ...told.properties }),
  permits: (role: Role) => (servingRoles as readonly Role[]).includes(role),
  touches: (payload, context): Ref[] => [
    { collection: 'tickets', id: payload.ticketId },
    { collection: 'ticketEvents', id: derivedId(context) },
    ...customerOf(payload),
  ],
  onlyReads: customerOf,
  mints: (payload) => [payload.code],
  apply: (records, payload, _seen, context) => {
    const present = records.get('tickets', payload.ticketId)
    if (present !== undefined) return present.code === payload.code ? unchanged : refused('id_taken')
    if (payload.customerId !== undefined && records.get('customers', payload.customerId) === undefined)
      return refused('unknown_record')
    const { ticketId, ...fields } = payload
    const { at, actorId, centreId } = context
    const customer = payload.customerId === undefined ? {} : { customerId: payload.customerId }
    return {
      done: true,
      writes: [
        {
          collection: 'tickets',
          record: {
            ...fields,
            id: ticketId,
            rev: 0,
            status: 'new',
            centreId,
            openedAt: at,
            openedBy: actorId,
            updatedAt: at,
          },
        },
        {
          collection: 'ticketEvents',
          record: {
            id: derivedId(context),
            rev: 0,
            ticketId,
            ...customer,
            kind: 'opened',
            at,
            actorId,
            centreId,
            to: 'new',
          },
        },
      ],
    }
  },
})

function customerOf(payload: { readonly customerId?: string }): Ref[] {
  return payload.customerId === undefined ? [] : [{ collection: 'customers', id: payload.customerId }]
}
