import { holdsNik } from '#domain/customer/nik.ts'
import { masked, toE164 } from '#domain/customer/msisdn.ts'
import { isOrderOpen } from '#domain/order/order.ts'
import { isOpen, type Ticket } from '#domain/ticket/ticket.ts'
import type { SlipFacts } from '#renderer/data/contract-slips.ts'
import { receipt } from '#renderer/work/payment/payment-paper.ts'
import type { SlipContent, SlipPart } from '#renderer/work/slip/slip-content.ts'
import { askedLine, orderLines } from '#renderer/work/order/order-paper.ts'
import type { Format } from '#renderer/words/format.ts'
import { catalogues, type Words } from '#renderer/words/words.ts'

/** The slip of saved work, in the customer's language: what was done, what is not, and when and how to ask again. */
export function workSlip(facts: SlipFacts, format: Format, now: number): SlipContent {
  const { language, ticket, code, centreName, at, copy, payment } = facts
  const words = catalogues[language]
  const { paper } = words.slip
  if (payment !== undefined) {
    const paid = receipt(facts, payment, format)
    return { ...paid, foot: [...paid.foot, ...whoAndNumber(facts, words)] }
  }
  return {
    language,
    centre: centreName,
    time: format.dateTime(at),
    title: paper.title,
    ...(code === undefined
      ? {}
      : { code, codeLabel: ticket === undefined ? words.orders.paper.code : paper.ticketCode, qr: code }),
    ...(copy ? { copy: paper.copy } : {}),
    parts: [
      { heading: paper.done, lines: [...doneLines(facts, words), ...askedLines(facts, words, format)] },
      notDone(facts, words, format),
      ...expected(facts, words, format, now),
    ],
    foot: [paper.askAgain, ...whoAndNumber(facts, words)],
  }
}

function doneLines({ contact, ticket, reason, resolution, language }: SlipFacts, words: Words): string[] {
  const { paper } = words.slip
  const about = reason?.[language]
  const ending = contact === undefined ? undefined : words.terms.disposition[contact.disposition]
  const talked = [about, ending].filter((part) => part !== undefined).join(': ')
  // That a ticket was made is said once.
  const says = ticket === undefined || contact?.disposition !== 'ticket_created'
  return [
    ...(contact === undefined || !says ? [] : [talked]),
    ...(ticket === undefined ? [] : [ticketLine(ticket, words)]),
    ...(ticket === undefined ? [] : endLines(ticket, resolution?.[language], paper)),
  ]
}

function askedLines({ orders, language }: SlipFacts, words: Words, format: Format): string[] {
  return orders.map((order) => askedLine(order, language, words, format))
}

/** Whatever an agent typed, an identity never gets on paper. */
function ticketLine({ subject }: Ticket, { slip: { paper } }: Words): string {
  return holdsNik(subject) ? paper.ticketMadePlain : paper.ticketMade(subject)
}

function endLines({ status }: Ticket, how: string | undefined, paper: Words['slip']['paper']): string[] {
  if (status === 'resolved' || status === 'closed')
    return [how === undefined ? paper.resolvedPlain : paper.resolved(how)]
  if (status === 'cancelled' || status === 'rejected') return [paper[status]]
  return []
}

function notDone({ ticket, orders, language, unsent }: SlipFacts, words: Words, format: Format): SlipPart {
  const { paper } = words.slip
  const waits: Readonly<Partial<Record<Ticket['status'], (department: string) => string>>> = paper.waits
  const left =
    ticket === undefined ? undefined : waits[ticket.status]?.(words.terms.department[ticket.department])
  const lines = [
    ...(left === undefined ? [] : [left]),
    ...orders.filter(isOrderOpen).flatMap((order) => orderLines(order, language, words, format)),
    ...(unsent ? [paper.notSent] : []),
  ]
  return { heading: paper.notDone, lines: lines.length === 0 ? [paper.nothingLeft] : lines }
}

function expected({ ticket, dueAt }: SlipFacts, words: Words, format: Format, now: number): SlipPart[] {
  if (ticket === undefined || dueAt === undefined || !isOpen(ticket)) return []
  const { paper } = words.slip
  const time = format.dateTime(dueAt)
  return [
    { heading: paper.expected, lines: [dueAt < now ? paper.expectedPassed(time) : paper.expectedBy(time)] },
  ]
}

function whoAndNumber({ agentName, number }: SlipFacts, { slip: { paper } }: Words): string[] {
  return [
    ...(agentName === undefined ? [] : [paper.servedBy(shortName(agentName))]),
    ...(number === undefined ? [] : [paper.number(masked(toE164(number) ?? number, 4))]),
  ]
}

/** Who serves is known to the customer by one name; what goes before it (Ni, Wa Ode, I) is no name by itself. */
function shortName(name: string): string {
  const parts = name.trim().split(/\s+/)
  const own = parts.findIndex((part) => part.replace(/\W/g, '').length > 3)
  return own === -1 ? name : parts.slice(0, own + 1).join(' ')
}
