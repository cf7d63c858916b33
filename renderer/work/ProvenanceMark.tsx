import { IconArrowMerge, IconCircleDashed, IconShieldCheck } from '@tabler/icons-react'
import type { Customer } from '#domain/customer/customer.ts'
import classes from '#renderer/work/marks.module.css'
import { useWords } from '#renderer/words/words.ts'

const icons = { verified: IconShieldCheck, provisional: IconCircleDashed, merged: IconArrowMerge }

/** Whether headquarters knows who this is. */
export function ProvenanceMark({ provenance }: { readonly provenance: Customer['provenance'] }) {
  const { terms } = useWords()
  const Icon = icons[provenance]
  return (
    <span className={classes['mark']} data-provenance={provenance}>
      <Icon size={14} stroke={2} aria-hidden />
      {terms.provenance[provenance]}
    </span>
  )
}
