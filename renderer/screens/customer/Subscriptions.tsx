import { memo } from 'react'
import type { Subscription } from '#domain/subscription/subscription.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { numberFor } from '#renderer/work/numbers.ts'
import { useShown } from '#renderer/work/useShown.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

function Lines({ customerId }: { readonly customerId: string }) {
  const { work, common } = useWords()
  const format = useFormat()
  const lines = useLive('subscriptionsOf', customerId)
  return (
    <section aria-labelledby="lines">
      <SectionTitle id="lines" count={lines === undefined ? undefined : format.count(lines.length)}>
        {work.customer.lines}
      </SectionTitle>
      {lines === undefined ? <LoadingRows rows={2} label={common.loading} /> : null}
      {lines?.length === 0 ? <p className={classes['quiet']}>{work.customer.noLines}</p> : null}
      <ul className={classes['lines']}>
        {lines?.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

/** The customer's lines of service, prepaid and postpaid together. Figures are headquarters' and say as of when. */
export const Subscriptions = memo(Lines)

function Line({ line }: { readonly line: Subscription }) {
  const { work, terms } = useWords()
  const format = useFormat()
  const shown = useShown(line.customerId)
  const usable = line.status === 'active' || line.status === 'grace'
  return (
    <li className={classes['subscription']}>
      <span>
        <b>{line.msisdn === undefined ? terms.line[line.line] : numberFor(shown, line.msisdn)}</b>
        <small>{terms.paymentType[line.paymentType]}</small>
      </span>
      <span>
        {line.offeringName}
        <small>{work.customer.since(format.day(line.activatedOn))}</small>
      </span>
      <span data-usable={usable}>
        {terms.lineStatus[line.status]}
        {line.graceUntil === undefined ? null : (
          <small>{work.customer.grace(format.day(line.graceUntil))}</small>
        )}
      </span>
      <Figure line={line} />
    </li>
  )
}

function Figure({ line }: { readonly line: Subscription }) {
  const { work } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { bill, balance } = line
  const figure = bill ?? balance
  if (figure === undefined)
    return <span className={`${classes['figure']} ${classes['quiet']}`}>{work.customer.noFigure}</span>
  return (
    <span className={classes['figure']}>
      {`${bill === undefined ? work.customer.balance : work.customer.bill} ${format.money(figure.amount)}`}
      <small>
        {bill === undefined ? '' : `${work.customer.billDue(format.day(bill.dueOn))} · `}
        {work.customer.asOf(format.when(figure.asOf, now))}
      </small>
    </span>
  )
}
