import { Type } from 'typebox'
import { id } from '#domain/fields.ts'
import type { Ref } from '#domain/sync/records.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

const centreOf = (payload: { readonly toCentreId: string }): Ref[] => [
  { collection: 'reference', id: `centre:${payload.toCentreId}` },
]

/**
 * A customer belongs to another centre from now on. What hangs on the customer is not named here: headquarters takes it
 * along, and the desks learn it from their feeds. A record that stands for another customer goes with that one.
 */
export const moveCustomer = defineStep({
  kind: 'moveCustomer',
  v: 1,
  since: 2,
  payload: Type.Object({ customerId: id(), toCentreId: id() }),
  permits: leadsCentre,
  shifts: true,
  touches: (payload): Ref[] => [{ collection: 'customers', id: payload.customerId }, ...centreOf(payload)],
  onlyReads: centreOf,
  apply: (records, { customerId, toCentreId }) => {
    const customer = records.get('customers', customerId)
    const centre = records.get('reference', `centre:${toCentreId}`)
    if (customer === undefined || centre?.kind !== 'centre' || !centre.active)
      return refused('unknown_record')
    if (customer.mergedInto !== undefined) return refused('already_linked')
    if (customer.homeCentreId === toCentreId) return unchanged
    return {
      done: true,
      writes: [{ collection: 'customers', record: { ...customer, homeCentreId: toCentreId } }],
    }
  },
})
