import { useState } from 'react'
import { holdsNik } from '#domain/customer/nik.ts'
import type { NewContact, NewTicket } from '#renderer/data/contract.ts'
import { elapsedMs, finishContact, useContact, type RunningContact } from '#renderer/stores/contact.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { openOptions } from '#renderer/work/typed.ts'
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

  async function end(): Promise<void> {
    setAsked(true)
    // Ctrl+Enter in open options chooses first: what is shown is one choice behind.
    const { contact } = useContact.getState()
    if (contact === undefined || running) return
    const first = missingOf(contact)[0]
    if (first !== undefined) return goTo(first)
    const seconds = Math.floor(elapsedMs(useContact.getState(), performance.now()) / 1000)
    const { wishes = [] } = contact
    const closing = { contact: contactOf(contact, seconds), ...ticketOf(contact), wishes }
    const done = await run(closing)
    if (done === undefined) return
    const { customerId } = contact
    finishContact({ ...done.value, seconds, ...(customerId === undefined ? {} : { customerId }) })
    announce(work.contact.done)
  }
  return { end, running, problem, missing: asked ? missingOf(shown) : [] }
}

function goTo(missing: Missing): void {
  const id = `contact-${missing}`
  if (missing === 'reason' || missing === 'disposition') openOptions(id)
  else document.getElementById(id)?.focus()
}

function contactOf(contact: RunningContact, seconds: number): NewContact {
  const { customerId, numberGiven, note } = contact
  return {
    channel: contact.channel,
    direction: contact.direction,
    verification: contact.verification,
    reasonCode: contact.reasonCode ?? '',
    disposition: contact.disposition ?? 'information_given',
    startedAt: contact.startedAt,
    endedAt: Math.max(Date.now(), contact.startedAt),
    handleSeconds: Math.min(86_400, seconds),
    ticketIds: [],
    ...(customerId === undefined ? {} : { customerId }),
    ...(numberGiven.trim() === '' ? {} : { numberGiven: numberGiven.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}

function ticketOf(contact: RunningContact): { ticket?: NewTicket } {
  const { ticket, customerId, reasonCode, note, channel } = contact
  if (ticket === undefined) return {}
  return {
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
