import { useState } from 'react'
import { holdsNik } from '#domain/customer/nik.ts'
import type { NewContact, NewTicket } from '#renderer/data/contract.ts'
import type { Served } from '#renderer/data/contract-queue.ts'
import type { NewTask } from '#renderer/data/contract-tickets.ts'
import { elapsedMs, finishContact, useContact, type RunningContact } from '#renderer/stores/contact.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useCounter } from '#renderer/work/useCounter.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

type Missing = 'reason' | 'disposition' | 'subject' | 'note'

/** What the contact still needs before it can end, in the order of the form. */
function missingOf(contact: RunningContact): readonly Missing[] {
  return [
    ...(contact.reasonCode === undefined ? (['reason'] as const) : []),
    ...(holdsNik(contact.note) ? (['note'] as const) : []),
    ...(contact.ticket !== undefined && contact.ticket.subject.trim() === '' ? (['subject'] as const) : []),
    ...(contact.disposition === undefined ? (['disposition'] as const) : []),
  ]
}

/** Ends the contact as one operation, or says what is missing and goes there. */
export function useEnding(shown: RunningContact) {
  const { work } = useWords()
  const { run, running, problem } = useRun('closeContact')
  const [asked, setAsked] = useState(false)
  const counter = useCounter()

  async function end(): Promise<void> {
    setAsked(true)
    // Ctrl+Enter in open options chooses first: what is shown is one choice behind.
    const { contact } = useContact.getState()
    if (contact === undefined || running) return
    const first = missingOf(contact)[0]
    if (first !== undefined) return goTo(first)
    const ms = Math.round(elapsedMs(useContact.getState(), performance.now()))
    const seconds = Math.floor(ms / 1000)
    const { wishes = [] } = contact
    const closing = {
      contact: contactOf(contact, ms),
      ...ticketOf(contact),
      ...servedOf(contact, counter),
      wishes,
    }
    const done = await run(closing)
    if (done === undefined) return
    const { customerId } = contact
    finishContact({
      ...done.value,
      seconds,
      fromQueue: contact.queue !== undefined,
      ...(customerId === undefined ? {} : { customerId }),
    })
    announce(work.contact.done)
  }
  return { end, running, problem, missing: asked ? missingOf(shown) : [] }
}

function goTo(missing: Missing): void {
  const id = `contact-${missing}`
  if (missing === 'reason' || missing === 'disposition') openOptions(id)
  else document.getElementById(id)?.focus()
}

const longestMs = 86_400_000

function contactOf(contact: RunningContact, ms: number): NewContact {
  const { customerId, numberGiven, note, talkedMs } = contact
  const handleMs = Math.min(longestMs, ms)
  return {
    channel: contact.channel,
    direction: contact.direction,
    verification: contact.verification,
    reasonCode: contact.reasonCode ?? '',
    disposition: contact.disposition ?? 'information_given',
    startedAt: contact.startedAt,
    endedAt: Math.max(Date.now(), contact.startedAt),
    handleSeconds: Math.floor(handleMs / 1000),
    handleMs,
    ...(talkedMs === undefined ? {} : { wrapMs: Math.max(0, handleMs - talkedMs) }),
    ticketIds: [],
    ...(customerId === undefined ? {} : { customerId }),
    ...(numberGiven.trim() === '' ? {} : { numberGiven: numberGiven.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}

function ticketOf(contact: RunningContact): { ticket?: NewTicket; task?: NewTask } {
  const { customerId, reasonCode, note, channel } = contact
  if (contact.ticket === undefined) return {}
  const { task, ...ticket } = contact.ticket
  return {
    ...(task === undefined || task.ask.trim() === '' ? {} : { task: { ...task, ask: task.ask.trim() } }),
    ticket: {
      ...ticket,
      subject: ticket.subject.trim(),
      channel,
      ...(customerId === undefined ? {} : { customerId }),
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(note.trim() === '' ? {} : { description: note.trim() }),
    },
  }
}

/** The visitor's wait ends with the conversation. */
function servedOf({ queue, disposition }: RunningContact, counter: string): { queue?: Served } {
  if (queue === undefined) return {}
  const to = disposition === 'no_show' ? 'no_show' : 'served'
  return { queue: { queueTicketId: queue.queueTicketId, to, counter } }
}
