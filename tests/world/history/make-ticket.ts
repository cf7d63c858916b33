import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Zone } from '#domain/reference/reference.ts'
import { RecordMap, type Write } from '#domain/sync/records.ts'
import { ticketCode } from '#domain/ticket/code.ts'
import { openTicket } from '#domain/ticket/open-ticket.ts'
import type { Priority, Ticket } from '#domain/ticket/ticket.ts'
import type { Channel } from '#domain/contact/channel.ts'
import { accepted } from '#tests/world/accepted.ts'
import type { Happening } from '#tests/world/history/make-schedule.ts'
import { followThread } from '#tests/world/history/follow-thread.ts'
import { idAt } from '#tests/world/id-at.ts'
import type { Staff } from '#tests/world/people/make-staff.ts'
import type { Random } from '#tests/world/random.ts'
import { fillerAt } from '#tests/world/talk/fill.ts'
import type { Reason } from '#tests/world/talk/reasons.ts'

export interface TicketScene {
  readonly happening: Happening
  readonly channel: Channel
  readonly reason: Reason
  readonly customer: Customer
  readonly subscriptions: readonly Subscription[]
  readonly colleagues: readonly Staff[]
  readonly zone: Zone
  readonly districts: readonly string[]
  readonly now: number
}

/** A ticket with its thread, made by the domain's own steps: so its life is legal by construction. */
export function makeTicket(
  random: Random,
  scene: TicketScene,
): { readonly ticketId: string; readonly writes: readonly Write[] } {
  const { happening, customer, reason, channel, zone } = scene
  const { at, staff } = happening
  const records = new RecordMap()
  records.put({ collection: 'customers', record: customer })
  const ticketId = idAt(at, random)
  const line = random.pick(scene.subscriptions)
  const opened = openTicket.apply(
    records,
    {
      ticketId,
      code: ticketCode(happening, at, zone),
      customerId: customer.id,
      subscriptionId: line.id,
      type: reason.ticketType,
      department: reason.department,
      priority: priorityOf(random, customer, reason),
      ...talkOf(random, scene),
      channel,
      reasonCode: reason.code,
      ownerId: staff.id,
    },
    {},
    { opId: idAt(at, random), index: 0, actorId: staff.id, centreId: staff.centreId, at },
  )
  for (const write of accepted(opened)) records.put(write)
  followThread(random, scene, ticketId, records)
  const writes = records.writes().filter((write) => write.collection !== 'customers')
  return { ticketId, writes: writes.map((write) => withRev(write, writes.length - 1)) }
}

/** What the customer said, in a line and in full. */
function talkOf(
  random: Random,
  { reason, happening, districts }: TicketScene,
): Pick<Ticket, 'subject' | 'description'> {
  const fill = fillerAt(random, happening.at, districts)
  const [subject, story] = random.pick(reason.talks)
  return { subject: fill(subject), description: fill(story) }
}

/** Every event wrote its ticket once. */
function withRev(write: Write, events: number): Write {
  return write.collection === 'tickets'
    ? { ...write, record: { ...write.record, rev: events } }
    : write.collection === 'ticketEvents'
      ? { ...write, record: { ...write.record, rev: 1 } }
      : write
}

function priorityOf(random: Random, customer: Customer, reason: Reason): Priority {
  const important = customer.valueTier === 'vvip' || customer.valueTier === 'vip'
  const urgent: Ticket['type'] = 'incident'
  if (important)
    return random.weighted([
      ['p1', 40],
      ['p2', 60],
    ] as const)
  if (reason.ticketType === urgent)
    return random.weighted([
      ['p1', 6],
      ['p2', 34],
      ['p3', 60],
    ] as const)
  return random.weighted([
    ['p1', 1],
    ['p2', 12],
    ['p3', 60],
    ['p4', 27],
  ] as const)
}
