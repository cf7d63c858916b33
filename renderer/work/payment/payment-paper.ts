import { holdsNik } from '#domain/customer/nik.ts'
import { changeOf, type Payment } from '#domain/payment/payment.ts'
import type { SlipFacts } from '#renderer/data/contract-slips.ts'
import { orderLines } from '#renderer/work/order/order-paper.ts'
import { wishName } from '#renderer/work/order/order-words.ts'
import type { SlipContent, SlipPart } from '#renderer/work/slip/slip-content.ts'
import type { Format } from '#renderer/words/format.ts'
import { catalogues, type Words } from '#renderer/words/words.ts'

/** The receipt of a payment in the customer's language: how much, for what, how, and what is not done by it. */
export function receipt(facts: SlipFacts, payment: Payment, format: Format): SlipContent {
  const { language, centreName, at, copy } = facts
  const words = catalogues[language]
  const { paper } = words.payments
  const isReversal = payment.reversalOf !== undefined
  return {
    language,
    centre: centreName,
    time: format.dateTime(at),
    title: isReversal ? paper.reversalTitle : paper.title,
    code: payment.code,
    codeLabel: paper.code,
    qr: payment.code,
    ...(copy ? { copy: words.slip.paper.copy } : {}),
    parts: [
      {
        heading: paper.paid,
        lines: [...sumLines(payment, words, format), ...aboutLines(facts, payment, words)],
      },
      ...pending(facts, words, format),
    ],
    foot: [paper.keep],
  }
}

function sumLines(payment: Payment, { payments }: Words, format: Format): string[] {
  const { paper } = payments
  const { amount, given, method, reference, reversedCode } = payment
  const how = paper.method(payments.method[method])
  if (reversedCode !== undefined)
    return [paper.gaveBack(format.money(Math.abs(amount))), paper.of(reversedCode), how]
  return [
    paper.amount(format.money(amount)),
    how,
    ...(reference === undefined ? [] : [paper.reference(reference)]),
    ...(given === undefined
      ? []
      : [paper.given(format.money(given)), paper.change(format.money(changeOf(payment)))]),
  ]
}

function aboutLines({ paidOrder, language }: SlipFacts, payment: Payment, words: Words): string[] {
  const { paper } = words.payments
  const { purpose, bill, note, reversalOf } = payment
  const reason = reversalOf === undefined || note === undefined || holdsNik(note) ? [] : [paper.reason(note)]
  if (purpose === 'deposit') return [paper.deposit, ...reason]
  if (bill !== undefined) return [paper.bill(bill), ...reason]
  if (paidOrder === undefined) return reason
  return [paper.order(`${paidOrder.code}, ${wishName(paidOrder, language, words)}`), ...reason]
}

/** Paid is not done: what headquarters still has to say stands on the receipt too. */
function pending(
  { paidOrder, payment, unsent, language }: SlipFacts,
  words: Words,
  format: Format,
): SlipPart[] {
  const { paper } = words.payments
  const isPaid = payment?.reversalOf === undefined
  const lines = [
    ...(paidOrder === undefined || !isPaid ? [] : orderLines(paidOrder, language, words, format)),
    ...(unsent ? [paper.notSent] : []),
  ]
  return lines.length === 0 ? [] : [{ heading: paper.pending, lines }]
}
