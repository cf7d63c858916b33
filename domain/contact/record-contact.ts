import { Type } from 'typebox'
import { contactFields, contactTimes } from '#domain/contact/contact.ts'
import { id } from '#domain/fields.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import type { Ref } from '#domain/sync/records.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/** What consoles of protocol 1 send. Understood until November 2027. [V3] */
const first = {
  v: 1,
  payload: Type.Object({ contactId: id(), ...contactFields }),
  upgrade: (old: Readonly<Record<string, unknown>>) => old,
}

/** A conversation has ended. Append-only: there is nothing to merge. */
export const recordContact = defineStep({
  kind: 'recordContact',
  v: 2,
  since: 2,
  older: [first],
  payload: Type.Object({ contactId: id(), ...contactFields, ...contactTimes }),
  permits: (role: Role) => (servingRoles as readonly Role[]).includes(role),
  touches: (payload): Ref[] => [{ collection: 'contacts', id: payload.contactId }, ...customerOf(payload)],
  onlyReads: customerOf,
  apply: (records, payload, _seen, context) => {
    const present = records.get('contacts', payload.contactId)
    if (present !== undefined)
      return present.agentId === context.actorId && present.startedAt === payload.startedAt
        ? unchanged
        : refused('id_taken')
    if (payload.customerId !== undefined && records.get('customers', payload.customerId) === undefined)
      return refused('unknown_record')
    const { contactId, ...fields } = payload
    return {
      done: true,
      writes: [
        {
          collection: 'contacts',
          record: { ...fields, id: contactId, rev: 0, agentId: context.actorId, centreId: context.centreId },
        },
      ],
    }
  },
})

function customerOf(payload: { readonly customerId?: string }): Ref[] {
  return payload.customerId === undefined ? [] : [{ collection: 'customers', id: payload.customerId }]
}
