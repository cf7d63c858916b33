import { Type } from 'typebox'
import { id } from '#domain/fields.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import { defineStep, refused, unchanged, type StepOutcome } from '#domain/sync/step.ts'

const payload = Type.Object({ absorbedId: id(), survivorId: id() })
const touches = (ids: { absorbedId: string; survivorId: string }) =>
  [ids.absorbedId, ids.survivorId].map((customerId) => ({ collection: 'customers' as const, id: customerId }))

/**
 * Two records are one customer: the absorbed one becomes another name of the survivor. Tickets and contacts keep the
 * id they have, so a link can be undone after any further work and every owner comes back.
 */
export const linkCustomer = defineStep({
  kind: 'linkCustomer',
  v: 1,
  payload,
  permits: leadsCentre,
  shifts: true,
  touches,
  apply: (records, { absorbedId, survivorId }): StepOutcome => {
    if (absorbedId === survivorId) return refused('link_to_itself')
    const absorbed = records.get('customers', absorbedId)
    const survivor = records.get('customers', survivorId)
    if (absorbed === undefined || survivor === undefined) return refused('unknown_record')
    return link(absorbed, survivor)
  },
})

/** The pure part, which headquarters also uses when it finds the match of a provisional customer by itself. */
export function link(absorbed: Customer, survivor: Customer): StepOutcome {
  if (absorbed.mergedInto === survivor.id) return unchanged
  if (absorbed.mergedInto !== undefined || survivor.mergedInto !== undefined) return refused('already_linked')
  const absorbedIds = [...(survivor.absorbedIds ?? []), absorbed.id, ...(absorbed.absorbedIds ?? [])]
  return {
    done: true,
    writes: [
      { collection: 'customers', record: { ...absorbed, provenance: 'merged', mergedInto: survivor.id } },
      { collection: 'customers', record: { ...survivor, absorbedIds } },
    ],
  }
}

/**
 * Takes a link back. A survivor that was itself linked meanwhile is freed first: what it absorbed stands in the outer
 * customer's family too. [I11]
 */
export const unlinkCustomer = defineStep({
  kind: 'unlinkCustomer',
  v: 1,
  payload,
  permits: leadsCentre,
  shifts: true,
  touches,
  apply: (records, { absorbedId, survivorId }) => {
    const absorbed = records.get('customers', absorbedId)
    const survivor = records.get('customers', survivorId)
    if (absorbed === undefined || survivor === undefined) return refused('unknown_record')
    if (absorbed.mergedInto !== survivorId) return unchanged
    if (survivor.mergedInto !== undefined) return refused('already_linked')
    const { mergedInto: _, ...free } = absorbed
    const leaving = new Set([absorbedId, ...(absorbed.absorbedIds ?? [])])
    const absorbedIds = (survivor.absorbedIds ?? []).filter((other) => !leaving.has(other))
    return {
      done: true,
      writes: [
        {
          collection: 'customers',
          record: { ...free, provenance: wasProvisional(free) ? 'provisional' : 'verified' },
        },
        { collection: 'customers', record: { ...survivor, absorbedIds } },
      ],
    }
  },
})

/** Desks mint `P-…`; a customer with another code came from headquarters, whether or not its identity is known there. */
function wasProvisional({ code, nikHash }: Pick<Customer, 'code' | 'nikHash'>): boolean {
  return nikHash === undefined && code.startsWith('P-')
}
