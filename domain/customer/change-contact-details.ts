import { Type } from 'typebox'
import { amendable } from '#domain/customer/customer.ts'
import { applyChanges } from '#domain/customer/apply-changes.ts'
import { id } from '#domain/fields.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import { defineStep } from '#domain/sync/step.ts'

const { addressLine, city } = amendable
const orNothing = (field: (typeof amendable)['phone']) => Type.Union([field, Type.Literal('')])

/** How to reach a customer: adds, changes or (with an empty string) removes. */
export const changeContactDetails = defineStep({
  kind: 'changeContactDetails',
  v: 1,
  payload: Type.Object({
    customerId: id(),
    changes: Type.Partial(
      Type.Object({
        phone: orNothing(amendable.phone),
        altPhone: orNothing(amendable.altPhone),
        email: orNothing(amendable.email),
        addressLine,
        city,
      }),
      { additionalProperties: false },
    ),
  }),
  permits: (role: Role) => (servingRoles as readonly Role[]).includes(role),
  touches: (payload) => [{ collection: 'customers', id: payload.customerId }],
  apply: (records, payload, seen) => applyChanges(records, payload.customerId, payload.changes, seen),
})
