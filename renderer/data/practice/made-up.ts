import type { Contact } from '#domain/contact/contact.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { AnyRecord, CollectionName } from '#domain/entities.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Person } from '#domain/sync/session.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'

/** Nobody in here exists: the numbers begin with 0817-0000, which no operator gives out. */
export type MadeUp = Readonly<Partial<Record<CollectionName, readonly AnyRecord[]>>>

export const practiceCentre = { id: 'LAT', name: 'Loket Latihan', zone: 'WITA' } as const
export const practicePerson: Person = {
  id: 'practice-person',
  username: 'latihan',
  name: 'Petugas Latihan',
  role: 'supervisor',
  centreId: practiceCentre.id,
}
export const practicePassword = 'latihan'

const dayMs = 86_400_000
const first = 'Ayu Bagus Citra Dewi Eko Fitri Galih Hana Indra Jaya Kartika Lestari'.split(' ')
const last = 'Prakoso Rahayu Wibowo Anggraini'.split(' ')
const cities = ['Kota Contoh', 'Kota Latihan', 'Kota Misal']
const subjects = [
  ['KUOTA', 'Kuota tidak masuk'],
  ['SINYAL', 'Sinyal hilang sejak pagi'],
  ['TAGIHAN', 'Tagihan lebih tinggi dari biasanya'],
] as const

/** A small centre: everybody's data is made up, and it is the same at each beginning. */
export function madeUpCentre(now: number): MadeUp {
  const many = first.flatMap((given, row) =>
    last.slice(0, 2 + (row % 2)).map((family) => `${given} ${family}`),
  )
  const people = many.map((name, place) => customerAt(name, place))
  const lines = people.flatMap((customer, place) => linesOf(customer, place, now))
  const tickets = people
    .filter((_, place) => place % 3 === 0)
    .map((customer, place) => ticketOf(customer, place, now))
  return {
    reference: referenceRecords(),
    customers: people,
    subscriptions: lines,
    tickets,
    ticketEvents: tickets.map(openingOf),
    contacts: people
      .filter((_, place) => place % 2 === 0)
      .map((customer, place) => contactOf(customer, place, now)),
  }
}

const two = (place: number) => String(place).padStart(2, '0')
const numberAt = (place: number) => `+62817000010${two(place)}`

function customerAt(name: string, place: number): Customer {
  return {
    id: `practice-customer-${two(place)}`,
    rev: 1,
    code: `C-LAT-${two(place)}`,
    kind: 'person',
    provenance: place % 11 === 10 ? 'provisional' : 'verified',
    segment: 'consumer',
    valueTier: (['regular', 'regular', 'gold', 'vip', 'vvip'] as const)[place % 5] ?? 'regular',
    since: `20${10 + (place % 14)}-03-${two(1 + (place % 28))}`,
    homeCentreId: practiceCentre.id,
    name,
    birthDate: `19${70 + (place % 30)}-05-${two(1 + (place % 28))}`,
    nikLast4: `00${two(place)}`,
    // Two of them share one number: then it takes a question to know who calls.
    phone: numberAt(place === 1 ? 0 : place),
    email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
    addressLine: `Jl. Contoh No. ${place + 1}`,
    city: cities[place % cities.length] ?? '',
    language: 'id',
    ...(place % 4 === 0 ? { pinnedNote: 'Minta dihubungi setelah pukul 16.00 (contoh).' } : {}),
  }
}

function linesOf(customer: Customer, place: number, now: number): Subscription[] {
  const line = {
    rev: 1,
    customerId: customer.id,
    line: 'mobile',
    status: place % 7 === 6 ? 'grace' : 'active',
    activatedOn: customer.since,
  } as const
  const prepaid: Subscription = {
    ...line,
    id: `practice-line-${two(place)}`,
    msisdn: numberAt(place),
    paymentType: 'prepaid',
    offeringCode: 'CONTOH-15',
    offeringName: 'Paket Contoh 15 GB',
    balance: { amount: 5_000 * (1 + (place % 9)), asOf: now - 2 * 3_600_000 },
  }
  if (place % 3 !== 1) return [prepaid]
  const postpaid: Subscription = {
    ...line,
    id: `practice-line-${two(place)}-2`,
    msisdn: `+62817000020${two(place)}`,
    paymentType: 'postpaid',
    offeringCode: 'CONTOH-PASCA',
    offeringName: 'Pascabayar Contoh',
    bill: { amount: 150_000, dueOn: dayOf(now + 6 * dayMs), asOf: now - 5 * 3_600_000 },
  }
  return [prepaid, postpaid]
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

function ticketOf(customer: Customer, place: number, now: number): Ticket {
  const [reasonCode, subject] = subjects[place % subjects.length] ?? subjects[0]
  const openedAt = now - (1 + (place % 20)) * 4 * 3_600_000
  return {
    id: `practice-ticket-${two(place)}`,
    rev: 1,
    code: `T-LAT0-2611-00${two(place)}`,
    customerId: customer.id,
    centreId: practiceCentre.id,
    type: place % 2 === 0 ? 'complaint' : 'request',
    department: place % 2 === 0 ? 'care' : 'network',
    priority: place % 4 === 0 ? 'p2' : 'p3',
    status: 'open',
    ownerId: practicePerson.id,
    subject: `${subject} (contoh)`,
    channel: 'walk_in',
    reasonCode,
    openedBy: practicePerson.id,
    openedAt,
    updatedAt: openedAt,
  }
}

function openingOf(ticket: Ticket): TicketEvent {
  return {
    id: `${ticket.id}-opened`,
    rev: 1,
    ticketId: ticket.id,
    centreId: practiceCentre.id,
    kind: 'opened',
    actorId: practicePerson.id,
    at: ticket.openedAt,
    ...(ticket.customerId === undefined ? {} : { customerId: ticket.customerId }),
  }
}

function contactOf(customer: Customer, place: number, now: number): Contact {
  const startedAt = now - (2 + place) * dayMs
  return {
    id: `practice-contact-${two(place)}`,
    rev: 1,
    agentId: practicePerson.id,
    centreId: practiceCentre.id,
    customerId: customer.id,
    channel: place % 2 === 0 ? 'call_in' : 'walk_in',
    direction: 'in',
    startedAt,
    endedAt: startedAt + 110_000,
    handleSeconds: 110,
    handleMs: 110_000,
    verification: 'knowledge',
    reasonCode: subjects[place % subjects.length]?.[0] ?? 'KUOTA',
    disposition: 'information_given',
    ticketIds: [],
  }
}

function referenceRecords(): Reference[] {
  const { id, name, zone } = practiceCentre
  const word = (kind: Reference['kind'], code: string, rest: Partial<Reference>): Reference => ({
    id: `${kind}:${code}`,
    rev: 1,
    kind,
    code,
    active: true,
    ...rest,
  })
  const label = (indonesian: string, english: string) => ({ label: { id: indonesian, en: english } })
  return [
    word('centre', id, { name, zone }),
    { ...staffOf(practicePerson), skills: ['service', 'network'] },
    {
      ...staffOf({ ...practicePerson, id: 'practice-colleague', username: 'rekan', name: 'Rekan Latihan' }),
      skills: ['billing'],
    },
    word('reason', 'KUOTA', {
      ...label('Kuota tidak masuk', 'Data quota not received'),
      ticketType: 'complaint',
      department: 'care',
    }),
    word('reason', 'SINYAL', {
      ...label('Sinyal hilang', 'No signal'),
      ticketType: 'incident',
      department: 'network',
      skill: 'network',
    }),
    word('reason', 'TAGIHAN', {
      ...label('Tagihan lebih tinggi', 'Bill higher than expected'),
      ticketType: 'complaint',
      department: 'billing',
      skill: 'billing',
    }),
    word('reason', 'INFO', {
      ...label('Tanya paket', 'Asking about packages'),
      ticketType: 'information',
      department: 'sales',
    }),
    word('resolution', 'SELESAI', label('Sudah diperbaiki', 'Repaired')),
    word('resolution', 'DIJELASKAN', label('Sudah dijelaskan', 'Explained')),
  ]
}

function staffOf({ id, username, name, role, centreId }: Person): Reference {
  return {
    id: `staff:${id}`,
    rev: 1,
    kind: 'staff',
    code: username,
    name,
    active: true,
    staffId: id,
    role,
    centreId,
  }
}
