import { useState } from 'react'
import { holdsNik } from '#domain/customer/nik.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { DeskView, NewContact, NewTicket } from '#renderer/data/contract.ts'
import type { Served } from '#renderer/data/contract-queue.ts'
import type { NewTask } from '#renderer/data/contract-tickets.ts'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import {
  beginSaving,
  elapsedMs,
  endSaving,
  finishContact,
  useContact,
  type RunningContact,
  type SavingContact,
} from '#renderer/stores/contact.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { formId } from '#renderer/work/form-id.ts'
import { openOptions } from '#renderer/work/typed.ts'
import { useCounter } from '#renderer/work/useCounter.ts'
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

/**
 * Ends the contact as one operation, or says what is missing and goes there. What happened shows it in the frame of the key, as
 * not saved yet; the form stays until it is, and draws nothing for the key: that would take longer than the frame.
 */
export function useEnding(shown: RunningContact) {
  const { work } = useWords()
  const close = useCommand('closeContact')
  const desk = useLive('desk')
  const [problem, setProblem] = useState<ProblemCode>()
  const [asked, setAsked] = useState(false)
  const counter = useCounter()

  async function end(): Promise<void> {
    // Ctrl+Enter in open options chooses first: what is shown is one choice behind.
    const { contact, saving, ...clock } = useContact.getState()
    if (contact === undefined || saving !== undefined) return
    const first = missingOf(contact)[0]
    if (first !== undefined) {
      setAsked(true)
      return goTo(first)
    }
    const ms = Math.round(elapsedMs(clock, performance.now()))
    const { customerId, queue, wishes = [] } = contact
    const contactId = formId()
    const told = contactOf(contact, ms)
    const closing = { contactId, contact: told, ...ticketOf(contact), ...servedOf(contact, counter), wishes }
    const closed = close(closing)
    setProblem(undefined)
    beginSaving(entryOf(told, contactId, desk))
    try {
      const done = await closed
      if (!done.ok) return setProblem(done.problem)
      finishContact({
        ...done.value,
        seconds: Math.floor(ms / 1000),
        fromQueue: queue !== undefined,
        ...(customerId === undefined ? {} : { customerId }),
      })
      announce(work.contact.done)
    } finally {
      endSaving()
    }
  }
  return { end, problem, missing: asked ? missingOf(shown) : [] }
}

/** The record that headquarters and this desk will make of it. */
function entryOf(told: NewContact, id: string, desk: DeskView | undefined): SavingContact {
  const { person, centre } = desk ?? {}
  return {
    kind: 'contact',
    at: told.startedAt,
    contact: { ...told, id, rev: 0, agentId: person?.id ?? '', centreId: centre?.id ?? '' },
    ...(person === undefined ? {} : { agentName: person.name }),
  }
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
