import type { Contact } from '#domain/contact/contact.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { AnyRecord, CollectionName } from '#domain/entities.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { madeUpCatalogue, type SignRelease } from '#renderer/data/practice/made-up-catalogue.ts'
import { practiceCentre, practicePerson } from '#renderer/data/practice/made-up-people.ts'
import { referenceRecords } from '#renderer/data/practice/made-up-reference.ts'

/** Nobody in here exists: the numbers begin with 0817-0000, which no operator gives out. */
export type MadeUp = Readonly<Partial<Record<CollectionName, readonly AnyRecord[]>>>

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
export function madeUpCentre(now: number, sign: SignRelease): MadeUp {
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
    catalogue: madeUpCatalogue(now, sign),
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
