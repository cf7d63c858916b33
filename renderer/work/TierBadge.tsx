import { IconCrown } from '@tabler/icons-react'
import type { Customer } from '#domain/customer/customer.ts'
import classes from '#renderer/work/marks.module.css'
import { useWords } from '#renderer/words/words.ts'

/** A customer's value. The highest one has a crown beside its word; the ordinary one has nothing. */
export function TierBadge({ tier }: { readonly tier: Customer['valueTier'] }) {
  const { terms } = useWords()
  if (tier === 'regular') return null
  return (
    <span className={classes['tier']} data-tier={tier}>
      {tier === 'vvip' ? <IconCrown size={14} stroke={2} aria-hidden /> : null}
      {terms.valueTier[tier]}
    </span>
  )
}
