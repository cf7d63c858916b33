import { Type } from 'typebox'
import { code, day, id, rupiah, text } from '#domain/fields.ts'
import { differenceOf, type DrawerCount } from '#domain/payment/drawer-count.ts'
import { permitsCash } from '#domain/payment/permits.ts'
import { writtenIn } from '#domain/payment/written-in.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

const notLess = () => Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, multipleOf: 1 })

/** The drawer of a counter was counted. What does not fit needs words, for nobody remembers next week. */
export const countDrawer = defineStep({
  kind: 'countDrawer',
  v: 1,
  since: 2,
  payload: Type.Object({
    countId: id(),
    code: code(),
    day: day(),
    float: notLess(),
    counted: notLess(),
    expected: rupiah(),
    note: Type.Optional(text(1000)),
  }),
  permits: permitsCash,
  touches: ({ countId }) => [{ collection: 'orders', id: countId }],
  mints: (payload) => [payload.code],
  apply: (records, { countId, note = '', ...written }, _seen, context) => {
    const present = records.get('orders', countId)
    if (present !== undefined) return present.code === written.code ? unchanged : refused('id_taken')
    if (differenceOf(written) !== 0 && note.trim() === '') return refused('bad_operation')
    const record: DrawerCount = {
      ...written,
      id: countId,
      kind: 'drawer',
      ...(note === '' ? {} : { note }),
      ...writtenIn(context),
    }
    return { done: true, writes: [{ collection: 'orders', record }] }
  },
})
