import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { mostHandOvers, type HandOver } from '#domain/item/item.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/** An item passes to a colleague or, without `toId`, to the centre's supervisors. One that was decided meanwhile stays decided. */
export const handOverItem = defineStep({
  kind: 'handOverItem',
  v: 1,
  since: 2,
  payload: Type.Object({ itemId: id(), toId: Type.Optional(id()), note: Type.Optional(text(1000)) }),
  permits: () => true,
  touches: ({ itemId }) => [{ collection: 'items', id: itemId }],
  apply: (records, { itemId, toId, note }, _seen, { opId, actorId, at }) => {
    const item = records.get('items', itemId)
    if (item === undefined) return refused('unknown_record')
    const { handOvers = [] } = item
    if (item.status === 'decided' || handOvers.some((each) => each.opId === opId)) return unchanged
    if (handOvers.length >= mostHandOvers) return refused('bad_operation')
    const handOver: HandOver = {
      opId,
      by: actorId,
      at,
      ...(toId === undefined ? {} : { to: toId }),
      ...(note === undefined || note === '' ? {} : { note }),
    }
    return {
      done: true,
      writes: [{ collection: 'items', record: { ...item, handOvers: [...handOvers, handOver] } }],
    }
  },
})
