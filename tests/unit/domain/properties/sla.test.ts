import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWork, workedMs, type Calendar } from '#domain/reference/calendar.ts'
import { zones, type Zone } from '#domain/reference/reference.ts'
import { ianaZone, instantOf } from '#domain/reference/zone.ts'
import { stepOf } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { isEscalated, isLate, slaOf, type SlaPolicy } from '#domain/ticket/sla.ts'
import { ticketStatuses, type Stop } from '#domain/ticket/ticket.ts'
import { ticket as ticketPayload } from '#tests/server/payloads.ts'
import { runs } from '#tests/unit/domain/properties/arbitrary.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.UTC(2026, 10, 20)

const office = (zone: Zone, holidays: readonly string[] = []): Calendar => ({
  zone,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '13:00', to: '17:00' },
  ]),
  holidays,
})

const calendars: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constantFrom(...zones).map((zone): Calendar => ({ zone })),
  fc
    .tuple(fc.constantFrom(...zones), fc.subarray(['2026-11-23', '2026-11-24', '2026-11-27', '2026-12-01']))
    .map(([zone, holidays]) => office(zone, holidays)),
)
const instants = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => start + minutes * minute)

/** Minute by minute, with the clock that `Intl` shows: slow and simple. */
function countedMs({ zone, hours, holidays = [] }: Calendar, from: number, to: number): number {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: ianaZone[zone],
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  let sum = 0
  for (let at = from; at < to; at += minute) {
    const [date = '', time = ''] = clock.format(at).split(', ')
    const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7
    const isOpen =
      hours === undefined ||
      (!holidays.includes(date) &&
        hours.some((span) => span.weekday === weekday && span.from <= time && time < span.to))
    if (isOpen) sum += minute
  }
  return sum
}

test('working time is what the wall clock of the zone counts, in WIB, WITA and WIT, across nights, breaks and holidays', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 0, max: 3 * 24 * 60 }), (calendar, from, minutes) => {
      const to = from + minutes * minute
      expect(workedMs(calendar, from, to)).toBe(countedMs(calendar, from, to))
    }),
    runs(60),
  )
})

test('what is due after so much work has had just so much work when it is due', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 1, max: 60 * 60 }), (calendar, from, minutes) => {
      const due = afterWork(calendar, from, minutes * minute)
      expect(workedMs(calendar, from, due ?? 0)).toBe(minutes * minute)
      expect(workedMs(calendar, from, (due ?? 0) - 1)).toBe(minutes * minute - 1)
    }),
    runs(200),
  )
})

test('the same hours on the wall are due one hour earlier in each zone further east', () => {
  const due = zones.map((zone) =>
    afterWork(office(zone, ['2026-11-23']), instantOf('2026-11-20T16:00', zone) ?? 0, 2 * hour),
  )
  // Friday at four, one hour that day; Monday is a holiday; Tuesday at nine.
  expect(due).toEqual(zones.map((zone) => instantOf('2026-11-24T09:00', zone)))
  expect((due[0] ?? 0) - (due[1] ?? 0)).toBe(hour)
  expect((due[1] ?? 0) - (due[2] ?? 0)).toBe(hour)
})

test('a calendar that is never open has no due time instead of no end', () => {
  expect(afterWork({ zone: 'WIB', hours: [] }, start, hour)).toBeUndefined()
})

const policy: SlaPolicy = {
  target: { p1: 4 * hour, p2: 9 * hour, p3: 27 * hour, p4: 45 * hour },
  calendar: office('WITA', ['2026-11-24']),
  escalateAt: [0.75, 1],
}

const stopsFrom = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 })), { maxLength: 5 })
  .map((lengths) => {
    let at = start
    return lengths.map(([run, stand]): Stop => {
      const since = at + run * minute
      at = since + stand * minute
      return { status: 'pending_customer', since, until: at }
    })
  })

test('whatever the pauses, the work between them until the ticket is due is the target, and the rule comes before', () => {
  const priority = fc.constantFrom('p1', 'p2', 'p3', 'p4')
  fc.assert(
    fc.property(stopsFrom, priority, (stops, level) => {
      const ticket = {
        status: 'open',
        openedAt: start,
        updatedAt: start,
        priority: level,
        stops,
      } as const
      const { dueAt = 0, escalatesAt = 0, targetMs } = slaOf(ticket, policy)
      let worked = workedMs(policy.calendar, start, dueAt)
      for (const { since, until = since } of stops)
        worked -= workedMs(policy.calendar, Math.min(since, dueAt), Math.min(until, dueAt))
      expect(worked).toBe(targetMs)
      expect(escalatesAt).toBeLessThan(dueAt)
    }),
    runs(200),
  )
})

test('a clock that stands has no due time, and keeps what was left', () => {
  const opened = instantOf('2026-11-20T09:00', 'WITA') ?? 0
  const ticket = {
    status: 'on_hold',
    openedAt: opened,
    updatedAt: opened,
    priority: 'p1',
    stops: [{ status: 'on_hold', since: opened + hour }],
  } as const
  expect(slaOf(ticket, policy)).toMatchObject({ state: 'paused', leftMs: 3 * hour })
  expect(slaOf(ticket, policy).dueAt).toBeUndefined()
  expect(isLate(slaOf(ticket, policy), opened + 90 * day)).toBe(false)
})

test('a ticket is escalated by a word or by a rule, and neither once it is done', () => {
  const opened = instantOf('2026-11-20T08:00', 'WITA') ?? 0
  const ticket = { status: 'open', openedAt: opened, updatedAt: opened, priority: 'p1' } as const
  const sla = slaOf(ticket, policy)
  expect(isEscalated(ticket, sla, opened + 3 * hour - 1)).toBe(false)
  expect(isEscalated(ticket, sla, opened + 3 * hour)).toBe(true)
  expect(isEscalated({ ...ticket, escalatedAt: opened }, sla, opened)).toBe(true)
  expect(isEscalated({ status: 'resolved', escalatedAt: opened }, sla, opened + day)).toBe(false)
})

/** A desk whose clock jumps moves a ticket about. */
const moves = fc.array(
  fc.tuple(fc.constantFrom(...ticketStatuses), fc.integer({ min: -3 * day, max: 3 * day })),
  { maxLength: 15 },
)

test('the stops on the ticket are those that its thread tells, and never run backwards, however the desk’s clock jumps', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const records = new RecordMap()
      const take = (operation: Operation) => {
        const run = runOperation(records, operation)
        if (run.done) for (const write of run.writes) records.put(write)
      }
      const common = { deviceId: 'd1', actorId: 'a1', centreId: 'KDI' }
      const opening = stepOf('openTicket', ticketPayload('t1', 'KDI1'))
      take({ ...common, opId: 'o0', deviceSeq: 1, capturedAt: start, steps: [opening] })
      for (const [index, [to, jump]] of all.entries()) {
        const step = stepOf('moveTicket', { ticketId: 't1', to, resolutionCode: 'BERES' })
        take({
          ...common,
          opId: `o${index + 1}`,
          deviceSeq: index + 2,
          capturedAt: start + jump,
          steps: [step],
        })
      }
      const stops = records.get('tickets', 't1')?.stops ?? []
      const told = records
        .writes()
        .flatMap((write) =>
          write.collection === 'ticketEvents' && write.record.kind === 'moved' ? [write.record.to] : [],
        )
        .filter((to) => !['new', 'open', 'in_progress', 'pending_department'].includes(to ?? ''))
      expect(stops.map(({ status }) => status)).toEqual(told)
      const edges = stops.flatMap(({ since, until }) => (until === undefined ? [since] : [since, until]))
      expect(edges).toEqual(edges.toSorted((a, b) => a - b))
      expect(stops.slice(0, -1).every(({ until }) => until !== undefined)).toBe(true)
    }),
    runs(300),
  )
})
