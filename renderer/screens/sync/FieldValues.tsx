import type { FieldConflict } from '#domain/item/item.ts'
import type { TicketStatus } from '#domain/ticket/ticket.ts'
import { spoken } from '#domain/customer/msisdn.ts'
import { useWords, type Words } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** What it was, what the centre wants, what headquarters has: field by field. */
export function FieldValues({ fields }: { readonly fields: readonly FieldConflict[] }) {
  const { frame, terms } = useWords()
  const words = frame.sync
  // A move of a ticket has no value before it.
  const sides = fields.some(({ base }) => base !== '')
    ? (['base', 'mine', 'theirs'] as const)
    : (['mine', 'theirs'] as const)
  return (
    <table className={classes['values']}>
      <thead>
        <tr>
          <th scope="col">{words.fieldName}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {words[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((conflict) => (
          <tr key={conflict.field}>
            <th scope="row">{fieldName(conflict.field, terms)}</th>
            {sides.map((side) => (
              <td key={side}>{valueWords(conflict.field, conflict[side], terms) || words.empty}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function fieldName(field: string, terms: Words['terms']): string {
  return terms.field[field as keyof typeof terms.field] ?? field
}

function valueWords(field: string, value: string, terms: Words['terms']): string {
  if (field === 'status') return terms.ticketStatus[value as TicketStatus] ?? value
  if (field === 'gender') return terms.gender[value as keyof typeof terms.gender] ?? value
  if (field === 'language') return terms.language[value as keyof typeof terms.language] ?? value
  if (field === 'phone' || field === 'altPhone') return spoken(value)
  return value
}
