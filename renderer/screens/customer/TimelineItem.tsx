import { memo } from 'react'
import { Anchor } from '@mantine/core'
import {
  IconBuildingStore,
  IconCash,
  IconDots,
  IconMail,
  IconMessage,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconShoppingCart,
  IconTicket,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'
import type { Channel } from '#domain/contact/channel.ts'
import type { TimelineEntry } from '#renderer/data/contract.ts'
import type { SavingContact } from '#renderer/stores/contact.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { OrderLine } from '#renderer/screens/customer/OrderLine.tsx'
import { PaymentLine } from '#renderer/screens/customer/PaymentLine.tsx'
import { useLive } from '#renderer/data/useLive.ts'
import { go } from '#renderer/stores/workspace.ts'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { useEventSentence } from '#renderer/work/useEventSentence.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const icons: Partial<Readonly<Record<Channel, Icon>>> = {
  walk_in: IconBuildingStore,
  payment_point: IconBuildingStore,
  call_in: IconPhoneIncoming,
  pstn: IconPhoneIncoming,
  call_out: IconPhoneOutgoing,
  email: IconMail,
  letter: IconMail,
  web: IconWorld,
}
const others = { ticket: IconTicket, order: IconShoppingCart, payment: IconCash } as const

/** What is being saved has no state yet. */
export type Happening = TimelineEntry | (SavingContact & { readonly state?: never })

function Item({ entry }: { readonly entry: Happening }) {
  const { common, work } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const Glyph = entry.kind === 'contact' ? (icons[entry.contact.channel] ?? IconMessage) : others[entry.kind]
  const text = textOf(entry)
  return (
    <li className={classes['happened']} aria-busy={entry.state === undefined}>
      <Glyph size={16} stroke={1.75} aria-hidden />
      <div>
        <div className={classes['what']}>
          <Line entry={entry} />
        </div>
        {text === undefined || text === '' ? null : <p>{text}</p>}
      </div>
      {entry.state === undefined ? (
        <>
          <span className={classes['quiet']}>{work.customer.saving}</span>
          <IconDots size={14} aria-hidden />
        </>
      ) : (
        <>
          <time dateTime={new Date(entry.at).toISOString()} title={format.dateTime(entry.at)}>
            {format.when(entry.at, now)}
          </time>
          <RecordChip state={entry.state} words={common.recordStates} iconOnly />
        </>
      )}
    </li>
  )
}

/** One thing that happened with this customer. Most of a list stays as it is when its newest comes. */
export const TimelineItem = memo(Item)

function textOf(entry: Happening): string | undefined {
  if (entry.kind === 'contact') return entry.contact.note
  if (entry.kind === 'payment') return entry.note === undefined ? entry.payment.note : entry.note.text
  return entry.kind === 'ticket' ? entry.event.text : entry.event.note
}

function Line({ entry }: { readonly entry: Happening }) {
  if (entry.kind === 'contact') return <ContactLine entry={entry} />
  if (entry.kind === 'payment') return <PaymentLine entry={entry} />
  return entry.kind === 'ticket' ? <EventLine entry={entry} /> : <OrderLine entry={entry} />
}

function ContactLine({ entry }: { readonly entry: SavingContact }) {
  const { terms } = useWords()
  const reason = useReasonName()
  const { contact, agentName } = entry
  return (
    <>
      <b>{reason(contact.reasonCode)}</b>
      {[terms.channel[contact.channel], terms.disposition[contact.disposition], agentName]
        .filter((part) => part !== undefined)
        .map((part) => ` · ${part}`)}
    </>
  )
}

function EventLine({ entry }: { readonly entry: Extract<TimelineEntry, { kind: 'ticket' }> }) {
  const { work } = useWords()
  const sentence = useEventSentence()
  const { event, ticketCode, subject, actorName } = entry
  const owner = useLive('staff')?.find(({ staffId }) => staffId !== undefined && staffId === event.ownerId)
  return (
    <>
      <Anchor
        component="button"
        type="button"
        title={subject}
        onClick={() => go({ at: 'ticket', ticketId: event.ticketId })}
      >
        {ticketCode === '' ? work.search.ticket : ticketCode}
      </Anchor>{' '}
      {event.kind === 'opened' ? `${subject} · ` : ''}
      {actorName ?? work.ticket.system} {sentence(event, owner?.name)}
    </>
  )
}
