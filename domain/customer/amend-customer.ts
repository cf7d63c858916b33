import { Type } from 'typebox'
import { amendable, type AmendableField } from '#domain/customer/customer.ts'
import { applyChanges } from '#domain/customer/apply-changes.ts'
import { mayChange } from '#domain/customer/may-change.ts'
import { id } from '#domain/fields.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import { defineStep } from '#domain/sync/step.ts'

const { name, birthDate, gender, nikHash, nikLast4, language, interests, pinnedNote } = amendable

/** Another identity or preference. */
export const amendCustomer = defineStep({
  kind: 'amendCustomer',
  v: 1,
  payload: Type.Object({
    customerId: id(),
    changes: Type.Partial(
      Type.Object({ name, birthDate, gender, nikHash, nikLast4, language, interests, pinnedNote }),
      {
        additionalProperties: false,
      },
    ),
  }),
  permits: (role, payload) =>
    (servingRoles as readonly Role[]).includes(role) &&
    Object.keys(payload.changes).every((field) => mayChange(role, field as AmendableField)),
  touches: (payload) => [{ collection: 'customers', id: payload.customerId }],
  apply: (records, payload, seen) => applyChanges(records, payload.customerId, payload.changes, seen),
})
