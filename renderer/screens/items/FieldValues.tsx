import type { FieldConflict, Item } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { fieldName, valueWords } from '#renderer/work/field-words.ts'
import classes from '#renderer/screens/items/items.module.css'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What it was, what somebody wants, what headquarters has and who put it there: field by field. */
export function FieldValues({ item }: { readonly item: Item }) {
  const words = useWords()
  const { items } = words
  const fields = item.fields ?? []
  // A move of a ticket has no value before it.
  const sides = fields.some(({ base }) => base !== '')
    ? (['base', 'mine', 'theirs'] as const)
    : (['mine', 'theirs'] as const)
  return (
    <table className={classes['values']}>
      <thead>
        <tr>
          <th scope="col">{items.fieldName}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {items.side[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((conflict) => (
          <tr key={conflict.field}>
            <th scope="row">{fieldName(conflict.field, words)}</th>
            {sides.map((side) => (
              <td key={side} data-side={side}>
                {valueWords(conflict.field, conflict[side], words) || items.blank}
                {side === 'theirs' ? <Theirs item={item} conflict={conflict} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whose value stands there, and what it has become since. */
function Theirs({ item, conflict }: { readonly item: Item; readonly conflict: FieldConflict }) {
  const words = useWords()
  const { items } = words
  const format = useFormat()
  const work = useWorkWords()
  const { theirsBy, theirsAt, theirsCentreId = '', theirsDesk = '' } = conflict
  const present = usePresent(item, conflict.field)
  return (
    <>
      {theirsBy === undefined || theirsAt === undefined ? null : (
        <span className={classes['whose']}>
          {items.theirsBy(
            work.person(theirsBy),
            format.dateTime(theirsAt),
            items.place(work.centre(theirsCentreId), theirsDesk),
          )}
        </span>
      )}
      {item.status === 'decided' || present === undefined || present === conflict.theirs ? null : (
        <span className={classes['whose']} data-moved>
          {items.movedOn(valueWords(conflict.field, present, words) || items.blank)}
        </span>
      )}
    </>
  )
}

/** What the field is now on this desk; `undefined` when the record is not here. */
function usePresent(item: Item, field: string): string | undefined {
  const customer = useLive('customer', item.kind === 'conflict' ? (item.customerId ?? '') : '')
  const ticket = useLive('ticket', item.kind === 'transition' ? (item.docId ?? '') : '')
  const record: unknown = item.kind === 'conflict' ? customer?.customer : ticket?.ticket
  if (typeof record !== 'object' || record === null) return undefined
  const value = (record as Readonly<Record<string, unknown>>)[field]
  if (typeof value === 'string') return value
  // What a ticket does not have by this name is no field of its record.
  return item.kind === 'conflict' ? '' : undefined
}
