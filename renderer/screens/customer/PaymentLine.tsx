import type { PaymentEntry } from '#renderer/data/contract-payments.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Money in the customer's timeline. */
export function PaymentLine({ entry: { payment, note, actorName } }: { readonly entry: PaymentEntry }) {
  const { payments, frame } = useWords()
  const format = useFormat()
  const say = payments.event
  const method = payments.method[payment.method]
  const amount = format.money(Math.abs(payment.amount))
  const happened = payment.reversalOf === undefined ? say.took(amount, method) : say.gaveBack(amount, method)
  return (
    <>
      <b>
        {[payments.purpose[payment.purpose], payment.bill].filter((part) => part !== undefined).join(' ')}
      </b>
      {` · ${payment.code} · ${actorName ?? frame.sync.someone} ${note === undefined ? happened : say.note}`}
    </>
  )
}
