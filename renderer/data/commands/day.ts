import { firstValueFrom } from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import { csvLine } from '#domain/csv-line.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import { contactsIn, daysAt } from '#renderer/data/queries/day.ts'

const columns = [
  'started_at',
  'agent',
  'channel',
  'direction',
  'reason',
  'disposition',
  'verification',
  'handle_seconds',
  'tickets',
] as const

/** A file leaves every protection behind: no customer is named in it. */
export const exportDay: Work<'exportDay'> = async (desk, { range }) => {
  const person = desk.sessions.person.value
  const centre = desk.core.enrolment.value?.centre
  if (person === undefined || centre === undefined) return locked
  if (!leadsCentre(person.role)) return { ok: false, problem: 'not_permitted' }
  const days = daysAt(desk, centre.zone, range === 'today' ? 1 : 7)
  const contacts = await firstValueFrom(contactsIn(desk, centre.id, days))
  const reference = await firstValueFrom(desk.reference)
  const lines = contacts
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((contact) => csvLine(cellsOf(contact, reference)))
  return {
    ok: true,
    value: {
      name: `loket-${centre.id}-${range}-${new Date(days.now).toISOString().slice(0, 10)}.csv`,
      text: `${[csvLine(columns), ...lines].join('\r\n')}\r\n`,
      count: contacts.length,
    },
  }
}

function cellsOf(contact: Contact, reference: ReadonlyMap<string, Reference>): string[] {
  return [
    new Date(contact.startedAt).toISOString(),
    reference.get(`staff:${contact.agentId}`)?.name ?? contact.agentId,
    contact.channel,
    contact.direction,
    contact.reasonCode,
    contact.disposition,
    contact.verification,
    String(contact.handleSeconds),
    String(contact.ticketIds.length),
  ]
}
