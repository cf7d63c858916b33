import type { Reference } from '#domain/reference/reference.ts'

const weekdays = [1, 2, 3, 4, 5]

/** When the made-up operator works, and what it promises: the network by the clock around, the rest in office hours. */
export const serviceLevels: readonly Reference[] = [
  {
    id: 'calendar:OFFICE',
    rev: 1,
    kind: 'calendar',
    code: 'OFFICE',
    label: { id: 'Jam layanan', en: 'Service hours' },
    active: true,
    hours: [
      ...weekdays.map((weekday) => ({ weekday, from: '08:00', to: '17:00' })),
      { weekday: 6, from: '09:00', to: '14:00' },
    ],
    holidays: [
      '2026-12-24',
      '2026-12-25',
      '2027-01-01',
      '2027-02-17',
      '2027-03-10',
      '2027-03-11',
      '2027-03-26',
      '2027-05-01',
      '2027-08-17',
    ],
  },
  {
    id: 'slaPolicy:INCIDENT',
    rev: 1,
    kind: 'slaPolicy',
    code: 'INCIDENT',
    label: { id: 'Gangguan', en: 'Incidents' },
    active: true,
    ticketTypes: ['incident'],
    targets: { p1: 240, p2: 480, p3: 1440, p4: 2880 },
    escalateAt: [75, 100],
  },
  {
    id: 'slaPolicy:STANDARD',
    rev: 1,
    kind: 'slaPolicy',
    code: 'STANDARD',
    label: { id: 'Layanan biasa', en: 'Standard service' },
    active: true,
    calendarCode: 'OFFICE',
    targets: { p1: 240, p2: 540, p3: 1620, p4: 2700 },
    escalateAt: [75, 100],
  },
]
