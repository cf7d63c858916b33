import { valueTiers } from '#domain/customer/customer.ts'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'

export const orders = ['value', 'age'] as const
export type Order = (typeof orders)[number]

/** The dearest customer first, or nobody first; of equals the one that waits longest. */
export function ordered(rows: readonly InboxRow[], order: Order): readonly InboxRow[] {
  const value = ({ customer }: InboxRow) =>
    order === 'age' || customer === undefined ? 0 : valueTiers.indexOf(customer.valueTier)
  return rows.toSorted((a, b) => value(b) - value(a) || a.item.at - b.item.at)
}
