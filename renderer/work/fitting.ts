import type { TicketColumn } from '#renderer/work/ticket-columns.tsx'

/** What a column needs so that its usual values are whole, with the gap beside it. */
const comfort: Readonly<Record<TicketColumn, number>> = {
  code: 140,
  subject: 180,
  customer: 150,
  status: 204,
  priority: 96,
  due: 124,
  changed: 116,
  owner: 150,
  saved: 40,
}
/** The first ones go first; the code, by which people name a ticket, last. The rest always stays. */
const dispensable: readonly TicketColumn[] = ['owner', 'changed', 'customer', 'priority', 'code']

/** As many columns as there is room for: beside a running contact, or on a page at 200 %. */
export function fitting(columns: readonly TicketColumn[], width: number): readonly TicketColumn[] {
  const needed = columns.reduce((sum, column) => sum + comfort[column], 0)
  const first = dispensable.find((column) => columns.includes(column))
  if (width === 0 || needed <= width || first === undefined) return columns
  return fitting(
    columns.filter((column) => column !== first),
    width,
  )
}
