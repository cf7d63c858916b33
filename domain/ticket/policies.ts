import type { Reference, Zone } from '#domain/reference/reference.ts'
import type { SlaPolicy } from '#domain/ticket/sla.ts'
import { priorities, type Priority, type Ticket } from '#domain/ticket/ticket.ts'

const minute = 60_000

/** What is promised where headquarters has not written down anything: by the clock around, in minutes. */
const standard = { p1: 240, p2: 1440, p3: 4320, p4: 7200 } as const

/** Which policy holds for a ticket. */
export type PolicyOf = (ticket: Pick<Ticket, 'type' | 'centreId'>) => SlaPolicy

/**
 * The policies and calendars of the reference data. A policy that names the ticket's type goes before one for all; the
 * hours are those of the ticket's own centre, unless the calendar has a zone of its own.
 */
export function policiesIn(reference: ReadonlyMap<string, Reference>): PolicyOf {
  const policies = [...reference.values()]
    .filter(({ kind, active }) => kind === 'slaPolicy' && active)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const known = new Map<string, SlaPolicy>()
  return ({ type, centreId }) => {
    const key = `${type} ${centreId}`
    const before = known.get(key)
    if (before !== undefined) return before
    const chosen =
      policies.find(({ ticketTypes }) => ticketTypes?.includes(type) === true) ??
      policies.find(({ ticketTypes }) => ticketTypes === undefined)
    const policy = policyOf(chosen, reference, reference.get(`centre:${centreId}`)?.zone ?? 'WIB')
    known.set(key, policy)
    return policy
  }
}

function policyOf(
  chosen: Reference | undefined,
  reference: ReadonlyMap<string, Reference>,
  zone: Zone,
): SlaPolicy {
  const calendar = reference.get(`calendar:${chosen?.calendarCode ?? ''}`)
  const minutes = chosen?.targets ?? standard
  return {
    target: Object.fromEntries(priorities.map((each) => [each, minutes[each] * minute])) as Record<
      Priority,
      number
    >,
    calendar: {
      zone: calendar?.zone ?? zone,
      ...(calendar?.hours === undefined ? {} : { hours: calendar.hours }),
      ...(calendar?.holidays === undefined ? {} : { holidays: calendar.holidays }),
    },
    escalateAt: (chosen?.escalateAt ?? []).map((percent) => percent / 100),
  }
}
