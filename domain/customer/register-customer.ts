import { Type } from 'typebox'
import { Customer, amendable, customerKinds, segments } from '#domain/customer/customer.ts'
import { code, id, oneOf } from '#domain/fields.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/** A customer whom this desk does not know: verified with a sighted identity, or provisional until headquarters has matched it. */
export const registerCustomer = defineStep({
  kind: 'registerCustomer',
  v: 1,
  payload: Type.Object({
    customerId: id(),
    code: code(),
    kind: oneOf(customerKinds),
    provenance: oneOf(['verified', 'provisional'] as const),
    segment: oneOf(segments),
    since: Customer.properties.since,
    name: amendable.name,
    language: amendable.language,
    phone: Type.Optional(amendable.phone),
    email: Type.Optional(amendable.email),
    birthDate: Type.Optional(amendable.birthDate),
    gender: Type.Optional(amendable.gender),
    addressLine: Type.Optional(amendable.addressLine),
    city: Type.Optional(amendable.city),
    nikHash: Type.Optional(amendable.nikHash),
    nikLast4: Type.Optional(amendable.nikLast4),
  }),
  permits: (role: Role) => (servingRoles as readonly Role[]).includes(role),
  touches: (payload) => [{ collection: 'customers', id: payload.customerId }],
  mints: (payload) => [payload.code],
  apply: (records, payload, _seen, context) => {
    const present = records.get('customers', payload.customerId)
    if (present !== undefined) return present.code === payload.code ? unchanged : refused('id_taken')
    if (payload.provenance === 'verified' && payload.nikHash === undefined)
      return refused('identity_unverified')
    const { customerId, ...fields } = payload
    return {
      done: true,
      writes: [
        {
          collection: 'customers',
          record: { ...fields, id: customerId, rev: 0, valueTier: 'regular', homeCentreId: context.centreId },
        },
      ],
    }
  },
})
