import { maskedName } from '#domain/customer/masked.ts'
import type { CallerMatch } from '#renderer/data/contract.ts'
import classes from '#renderer/screens/calls/calls.module.css'
import { CustomerSummary } from '#renderer/work/CustomerSummary.tsx'
import { ProvenanceMark } from '#renderer/work/ProvenanceMark.tsx'
import { TierBadge } from '#renderer/work/TierBadge.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What an agent may know of a caller before they are verified. */
export function CallerFacts({ match }: { readonly match: CallerMatch }) {
  const { calls, terms } = useWords()
  const format = useFormat()
  const { view, line } = match
  const { customer, openTickets } = view
  const parts =
    line === undefined
      ? [calls.noLine]
      : [terms.paymentType[line.paymentType], terms.lineStatus[line.status], line.offeringName]
  return (
    <div className={classes['facts']}>
      <div className={classes['who']}>
        <strong>{maskedName(customer.name)}</strong>
        <TierBadge tier={customer.valueTier} />
        <ProvenanceMark provenance={customer.provenance} />
      </div>
      <span>{parts.join(' · ')}</span>
      <CustomerSummary view={view} />
      <span className={openTickets > 0 ? classes['strong'] : classes['quiet']}>
        {openTickets > 0 ? calls.openTickets(format.count(openTickets)) : calls.noOpenTickets}
      </span>
      {customer.pinnedNote === undefined || customer.pinnedNote === '' ? null : (
        <p className={classes['note']} aria-label={calls.note}>
          {customer.pinnedNote}
        </p>
      )}
      <span className={classes['quiet']}>{calls.masked}</span>
    </div>
  )
}
