import type { Customer } from '#domain/customer/customer.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import type { Write } from '#domain/sync/records.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { channelOf, makeContact } from '#tests/world/history/make-contact.ts'
import { makeSchedule, stranger, type Happening } from '#tests/world/history/make-schedule.ts'
import { makeTicket } from '#tests/world/history/make-ticket.ts'
import { makeSubscriptions } from '#tests/world/lines/make-subscription.ts'
import { makeCustomer } from '#tests/world/people/make-customer.ts'
import type { Staff } from '#tests/world/people/make-staff.ts'
import type { Place } from '#tests/world/places/places.ts'
import type { Random } from '#tests/world/random.ts'
import { reasons } from '#tests/world/talk/reasons.ts'

export interface CentreScene {
  readonly place: Place
  readonly staff: readonly Staff[]
  readonly customers: number
  readonly months: number
  readonly now: number
  readonly nikKey: Uint8Array
  /** Where this centre's telephone numbers begin. */
  readonly firstNumber: number
}

const weightedReasons = reasons.map((reason) => [reason, reason.weight] as const)

/** Everything of one centre, customer by customer, so that nobody has to hold all of it. */
export function* makeCentre(random: Random, scene: CentreScene): Generator<Placed> {
  const { place, customers, months, now, staff } = scene
  const schedule = makeSchedule(random.fork('schedule'), {
    customers,
    months,
    now,
    zone: place.zone,
    centre: place.code,
    serving: staff,
  })
  const partitions = [centrePartition(place.code)]
  for (let index = 0; index < customers; index++)
    for (const write of aCustomer(random.fork(index), scene, index, schedule.get(index) ?? []))
      yield { ...write, partitions }
  for (const [index, happening] of (schedule.get(stranger) ?? []).entries()) {
    const own = random.fork(`stranger ${index}`)
    const channel = channelOf(own, happening)
    const reason = own.weighted(weightedReasons)
    const record = makeContact(own, {
      happening,
      channel,
      reason,
      subscriptions: [],
      ticketIds: [],
      districts: place.districts,
    })
    yield { collection: 'contacts', record, partitions }
  }
}

function* aCustomer(
  random: Random,
  scene: CentreScene,
  index: number,
  happenings: readonly Happening[],
): Generator<Write> {
  const { place, now, nikKey, firstNumber } = scene
  const person = makeCustomer(random, { place, index, now, nikKey })
  const subscriptions = makeSubscriptions(random, person, firstNumber + index * 3, now)
  const customer = withNumbers(person, subscriptions)
  yield { collection: 'customers', record: customer }
  for (const record of subscriptions) yield { collection: 'subscriptions', record }
  for (const [visit, happening] of happenings.entries())
    yield* aVisit(random.fork(visit), scene, customer, subscriptions, happening)
}

function* aVisit(
  random: Random,
  { place, staff, now }: CentreScene,
  customer: Customer,
  subscriptions: readonly Subscription[],
  happening: Happening,
): Generator<Write> {
  const channel = channelOf(random, happening)
  const reason = random.weighted(weightedReasons)
  const common = { happening, channel, reason, customer, subscriptions, districts: place.districts }
  const ticket = happening.opensTicket
    ? makeTicket(random, { ...common, colleagues: staff, zone: place.zone, now })
    : undefined
  if (ticket !== undefined) yield* ticket.writes
  const ticketIds = ticket === undefined ? [] : [ticket.ticketId]
  yield { collection: 'contacts', record: makeContact(random, { ...common, ticketIds }) }
}

/** People are called on the mobile line that they hold; a second one is the other number. */
function withNumbers(customer: Customer, subscriptions: readonly Subscription[]): Customer {
  const [phone, altPhone] = subscriptions.flatMap(({ msisdn, status }) =>
    msisdn !== undefined && status !== 'terminated' ? [msisdn] : [],
  )
  return {
    ...customer,
    ...(phone === undefined ? {} : { phone }),
    ...(altPhone === undefined ? {} : { altPhone }),
  }
}
