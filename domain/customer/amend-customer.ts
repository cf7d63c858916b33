import { Type } from 'typebox'
import { amendable } from '#domain/customer/customer.ts'
import { applyChanges } from '#domain/customer/apply-changes.ts'
import { id } from '#domain/fields.ts'
import { defineStep } from '#domain/sync/step.ts'

const { name, birthDate, gender, nikHash, nikLast4, language, interests, pinnedNote } = amendable
const identity: readonly string[] = ['name', 'birthDate', 'gender', 'nikHash', 'nikLast4']

/** Another identity or preference. Identity takes a sighted document, so the people who only hear a voice may not change it. */
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
    role === 'branch' ||
    role === 'supervisor' ||
    (role === 'agent' && Object.keys(payload.changes).every((field) => !identity.includes(field))),
  touches: (payload) => [{ collection: 'customers', id: payload.customerId }],
  apply: (records, payload, seen) => applyChanges(records, payload.customerId, payload.changes, seen),
})
