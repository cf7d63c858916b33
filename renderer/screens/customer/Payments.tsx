import { memo, useState } from 'react'
import { ActionIcon } from '@mantine/core'
import { IconReceiptRefund } from '@tabler/icons-react'
import type { PaymentRow } from '#renderer/data/contract-payments.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/payments.module.css'
import { ReversePayment } from '#renderer/screens/customer/ReversePayment.tsx'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { SlipIcon } from '#renderer/work/slip/SlipIcon.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Older ones are in the timeline. */
const shown = 5

function Paid({ customerId }: { readonly customerId: string }) {
  const { payments } = useWords()
  const format = useFormat()
  const rows = useLive('paymentsOf', customerId)
  if (rows === undefined || rows.length === 0) return null
  return (
    <section aria-labelledby="payments">
      <SectionTitle id="payments" count={format.count(rows.length)}>
        {payments.title}
      </SectionTitle>
      <ul className={classes['list']}>
        {rows.slice(0, shown).map((row) => (
          <Line key={row.payment.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

/** What the customer has paid lately, each with its receipt. Nothing paid, nothing shown. */
export const Payments = memo(Paid)

function Line({ row: { payment, left, takenByName, state } }: { readonly row: PaymentRow }) {
  const { payments, common } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const permits = usePermits()
  const [reversing, setReversing] = useState(false)
  const isReversal = payment.reversalOf !== undefined
  const mayReverse = permits('reversePayment') && left > 0
  const about = [payment.code, format.when(payment.capturedAt, now), takenByName]
  return (
    <li className={classes['payment']}>
      <span>
        <b>{format.money(payment.amount)}</b>
        <small>{about.filter((part) => part !== undefined).join(' · ')}</small>
      </span>
      <span>
        {payments.method[payment.method]}
        <small>
          {isReversal
            ? payments.isReversal(payment.reversedCode ?? '')
            : left === 0
              ? payments.reversed
              : [
                  payments.purpose[payment.purpose],
                  payment.bill,
                  ...(left < payment.amount ? [payments.left(format.money(left))] : []),
                ]
                  .filter((part) => part !== undefined)
                  .join(' ')}
        </small>
      </span>
      <RecordChip state={state} words={common.recordStates} iconOnly />
      <SlipIcon about={{ of: 'payment', id: payment.id }} />
      {mayReverse ? (
        <ActionIcon
          aria-label={`${payments.reverse} ${payment.code}`}
          title={payments.reverse}
          onClick={() => setReversing(true)}
        >
          <IconReceiptRefund size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span />
      )}
      {reversing ? <ReversePayment payment={payment} onDone={() => setReversing(false)} /> : null}
    </li>
  )
}
