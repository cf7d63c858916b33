import type { Contact } from '#domain/contact/contact.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { entities, type AnyRecord, type CollectionName } from '#domain/entities.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import { isOpen, type Ticket } from '#domain/ticket/ticket.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { idAt } from '#tests/world/id-at.ts'
import { iccidOf, msisdnOf } from '#tests/world/lines/numbers.ts'
import { makeName, slug } from '#tests/world/people/make-name.ts'
import { places, streets } from '#tests/world/places/places.ts'
import { Random } from '#tests/world/random.ts'
import { fillerAt } from '#tests/world/talk/fill.ts'
import { contactLines } from '#tests/world/talk/phrases.ts'
import { reasons } from '#tests/world/talk/reasons.ts'

/** How many of each a replica holds. */
export type Sizes = Readonly<Record<'customers' | 'subscriptions' | 'tickets' | 'contacts', number>>
export type Filled = keyof Sizes
export const filled = ['customers', 'subscriptions', 'tickets', 'contacts'] as const

/** The stress size of a branch PC, as the issue has it: 900,000 records by the proportions below. */
export const stressCustomers = 100_000

/** The proportions of the stress size: to each customer a line, two tickets and five contacts. */
export const sizesOf = (customers: number): Sizes => ({
  customers,
  subscriptions: customers,
  tickets: 2 * customers,
  contacts: 5 * customers,
})

export const centre = places[0]
export const centreId = centre?.code ?? ''
export const agents = Array.from({ length: 12 }, (_, n) => `agent-${n}`)
const districts = centre?.districts ?? []
const beginning = Date.UTC(2022, 0, 1)
/** When the youngest record was made. */
const today = Date.UTC(2026, 10, 23, 2)

/** Ids rise with `n`, as those of records that were made one after another. */
const idOf = (kind: string, n: number) => idAt(beginning + n * 1000, new Random(`${kind} ${n}`))
export const customerIdOf = (n: number) => idOf('customer', n)
export const numberOf = (n: number) => msisdnOf(n)

/** The n-th record of a collection, the same in every run and for every store. */
export const make: Readonly<Record<Filled, (n: number, sizes: Sizes) => AnyRecord>> = {
  customers(n): Customer {
    const random = new Random(`c${n}`)
    const gender = random.pick(['female', 'male'] as const)
    const name = makeName(random, centre?.origins ?? ['jawa'], gender)
    return {
      id: customerIdOf(n),
      rev: 1,
      code: `C-${centreId}-${String(n + 1).padStart(6, '0')}`,
      kind: 'person',
      provenance: 'verified',
      segment: 'consumer',
      valueTier: random.chance(0.86) ? 'regular' : 'gold',
      since: new Date(beginning - random.int(1, 3000) * 86_400_000).toISOString().slice(0, 10),
      homeCentreId: centreId,
      name,
      birthDate: `${random.int(1950, 2008)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
      gender,
      nikHash: Array.from({ length: 8 }, () => random.bits().toString(16).padStart(8, '0')).join(''),
      nikLast4: random.digits(4),
      phone: numberOf(n),
      ...(random.chance(0.35) ? { email: `${slug(name)}${random.int(1, 99)}@gmail.com` } : {}),
      addressLine: `${random.pick(streets)} No. ${random.int(1, 180)}, ${random.pick(districts)}`,
      city: centre?.city ?? '',
      language: 'id',
    }
  },
  subscriptions(n): Subscription {
    const random = new Random(`s${n}`)
    return {
      id: idOf('subscription', n),
      rev: 1,
      customerId: customerIdOf(n),
      line: 'mobile',
      msisdn: numberOf(n),
      iccidTail: iccidOf(n).slice(-6),
      paymentType: 'prepaid',
      status: random.chance(0.86) ? 'active' : 'grace',
      offeringCode: 'XTRA-COMBO-20',
      offeringName: 'Xtra Combo 20 GB',
      activatedOn: `20${random.int(18, 25)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
      balance: { amount: random.int(0, 400) * 500, asOf: today },
    }
  },
  tickets(n, sizes): Ticket {
    const random = new Random(`t${n}`)
    const openedAt = madeAt(n, sizes.tickets)
    const reason = random.pick(reasons)
    const [subject, story] = random.pick(reason.talks)
    const fill = fillerAt(random, openedAt, districts)
    const status = random.chance(0.05)
      ? random.pick(['new', 'open', 'in_progress'] as const)
      : random.pick(['resolved', 'closed'] as const)
    const updatedAt = openedAt + random.int(1, 3000) * 60_000
    return {
      id: idOf('ticket', n),
      rev: 1,
      code: `T-${centreId}${random.int(1, 5)}-${new Date(openedAt).toISOString().slice(2, 7).replace('-', '')}-${String(n).padStart(4, '0')}`,
      customerId: customerIdOf(random.int(0, sizes.customers - 1)),
      centreId,
      type: reason.ticketType,
      department: reason.department,
      priority: random.pick(['p2', 'p3', 'p3', 'p4'] as const),
      status,
      ownerId: random.pick(agents),
      subject: fill(subject),
      description: fill(story),
      channel: 'walk_in',
      reasonCode: reason.code,
      openedAt,
      openedBy: random.pick(agents),
      updatedAt,
      ...(isOpen({ status }) ? {} : { closedAt: updatedAt, resolutionCode: 'SELESAI' }),
    }
  },
  contacts(n, sizes): Contact {
    const random = new Random(`k${n}`)
    const startedAt = madeAt(n, sizes.contacts)
    const handleSeconds = random.int(40, 600)
    const fill = fillerAt(random, startedAt, districts)
    return {
      id: idOf('contact', n),
      rev: 1,
      agentId: random.pick(agents),
      centreId,
      // A tenth of all conversations is with a few heavy callers.
      customerId: customerIdOf(random.int(0, random.chance(0.1) ? 99 : sizes.customers - 1)),
      channel: random.pick(['walk_in', 'call_in'] as const),
      direction: 'in',
      startedAt,
      endedAt: startedAt + handleSeconds * 1000,
      handleSeconds,
      verification: 'knowledge',
      reasonCode: random.pick(reasons).code,
      disposition: 'information_given',
      note: fill(random.pick(contactLines)),
      ticketIds: [],
    }
  },
}

const madeAt = (n: number, of: number) => beginning + Math.floor((n / of) * (today - beginning))

export const staff = (): readonly Reference[] =>
  agents.map((id, n) => ({
    id: `staff:${id}`,
    rev: 1,
    kind: 'staff',
    code: id,
    name: `Petugas ${n}`,
    active: true,
    staffId: id,
    role: 'agent',
    centreId,
  }))

/** What a store keeps of a record: with the fields that our lists are sorted by, so that peers can answer the same. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

export function rowsOf(collection: Filled, from: number, to: number, sizes: Sizes): Row[] {
  const { derive } = entities[collection] as { derive: (record: never) => object }
  return Array.from({ length: to - from }, (_, n) => {
    const record = make[collection](from + n, sizes)
    return { ...record, ...derive(record as never) }
  })
}

/** All of them as headquarters holds them; what is the first agent's is this person's. */
export function* placedRows(sizes: Sizes, staffId: string): Generator<Placed> {
  const partitions = [centrePartition(centreId)]
  for (const collection of filled)
    for (let n = 0; n < sizes[collection]; n++) {
      const record = make[collection](n, sizes)
      const own = 'ownerId' in record && record.ownerId === agents[0] ? { ownerId: staffId } : {}
      yield { collection, record: { ...record, ...own }, partitions } as Placed
    }
}

/** The same indexes for every store: ours, and the one by number, which our desk answers from its search index. */
export function indexesOf(collection: Filled): readonly (readonly string[])[] {
  return [
    ...entities[collection as CollectionName].indexes,
    ...(collection === 'subscriptions' ? [['msisdn']] : []),
  ]
}
