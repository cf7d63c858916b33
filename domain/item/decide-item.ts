import { Type } from 'typebox'
import { id, oneOf } from '#domain/fields.ts'
import { decisions, type Item } from '#domain/item/item.ts'
import { mergeFields, type Changes } from '#domain/customer/merge-fields.ts'
import type { Ref, Write } from '#domain/sync/records.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/** A person closes an item. `take_mine` of a conflict writes the agent's values over the present ones. */
export const decideItem = defineStep({
  kind: 'decideItem',
  v: 1,
  payload: Type.Object({ itemId: id(), decision: oneOf(decisions), customerId: Type.Optional(id()) }),
  permits: () => true,
  touches: (payload): Ref[] => [
    { collection: 'items', id: payload.itemId },
    ...(payload.customerId === undefined
      ? []
      : [{ collection: 'customers' as const, id: payload.customerId }]),
  ],
  apply: (records, payload, _seen, context) => {
    const item = records.get('items', payload.itemId)
    if (item === undefined) return refused('unknown_record')
    if (item.status === 'decided')
      return item.decision === payload.decision || item.decidedBy === context.actorId
        ? unchanged
        : refused('item_decided')
    const decided: Item = {
      ...item,
      status: 'decided',
      decision: payload.decision,
      decidedBy: context.actorId,
      decidedAt: context.at,
    }
    const writes: Write[] = [{ collection: 'items', record: decided }]
    if (payload.decision === 'take_mine' && item.kind === 'conflict') {
      const customer = records.get('customers', item.customerId ?? '')
      if (customer === undefined) return refused('unknown_record')
      const mine: Changes = Object.fromEntries((item.fields ?? []).map(({ field, mine }) => [field, mine]))
      writes.push({
        collection: 'customers',
        record: mergeFields(customer, mine, textsNow(customer, mine)).customer,
      })
    }
    return { done: true, writes }
  },
})

/** A decision is made in view of the present values, so they are its base. */
function textsNow(customer: Readonly<Record<string, unknown>>, fields: Changes): Changes {
  return Object.fromEntries(
    Object.keys(fields).map((field) => {
      const now = customer[field]
      return [field, typeof now === 'string' ? now : '']
    }),
  )
}
