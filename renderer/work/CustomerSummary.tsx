import type { CustomerView } from '#renderer/data/contract.ts'
import classes from '#renderer/work/summary.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What an agent wants to know before saying good morning. */
export function CustomerSummary({ view }: { readonly view: CustomerView }) {
  const { work, terms } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { customer, tenureMonths, complaints90Days, contacts30Days, lastContact } = view
  const facts = [
    tenureMonths > 0 ? work.customer.tenure(format.tenure(tenureMonths)) : work.due.newly,
    customer.kind === 'organisation' ? terms.customerKind.organisation : undefined,
    terms.segment[customer.segment],
    work.customer.complaints(format.count(complaints90Days)),
    work.customer.contacts(format.count(contacts30Days)),
    lastContact === undefined
      ? undefined
      : work.customer.lastContact(
          format.when(lastContact.endedAt, now),
          terms.disposition[lastContact.disposition],
        ),
  ]
  return (
    <p className={classes['summary']}>
      {facts
        .filter((fact) => fact !== undefined)
        .map((fact) => (
          <span
            key={fact}
            data-strong={complaints90Days > 2 && fact.startsWith(format.count(complaints90Days))}
          >
            {fact}
          </span>
        ))}
    </p>
  )
}
