import { Type, type Static } from 'typebox'
import { day, oneOf, rupiah } from '#domain/fields.ts'
import { recordFields } from '#domain/order/record-fields.ts'

/** What a person counted in one counter's drawer at the end of a day. A second count is another record. */
export const DrawerCount = Type.Object({
  ...recordFields,
  kind: oneOf(['drawer'] as const),
  /** On the centre's calendar. */
  day: day(),
  /** What lay in the drawer before the first customer. */
  float: rupiah(),
  counted: rupiah(),
  /** Cash that this counter had taken, less what it gave back, as its PC knew it when the drawer was counted. */
  expected: rupiah(),
})
export type DrawerCount = Static<typeof DrawerCount>

/** What is more in the drawer than should be; negative when something is missing. */
export function differenceOf({
  float,
  counted,
  expected,
}: Pick<DrawerCount, 'float' | 'counted' | 'expected'>): number {
  return counted - float - expected
}
