import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { TicketStatus } from '#domain/ticket/ticket.ts'
import type { CommandName, Commands, NewContact, NewTicket } from '#renderer/data/contract.ts'
import { channelOf, makeContact } from '#tests/world/history/make-contact.ts'
import type { Happening } from '#tests/world/history/make-schedule.ts'
import type { Random } from '#tests/world/random.ts'
import { fillerAt } from '#tests/world/talk/fill.ts'
import { moveLines, noteLines } from '#tests/world/talk/phrases.ts'
import { reasons, type Reason } from '#tests/world/talk/reasons.ts'
import { resolutions } from '#tests/world/talk/resolutions.ts'

/** Runs a command and fails where it is refused. */
export type Must = <N extends CommandName>(
  name: N,
  request: Parameters<Commands[N]>[0],
) => Promise<Extract<ReturnType<Commands[N]>, { ok: true }>['value']>

export interface Served {
  readonly customer: Customer
  readonly subscriptions: readonly Subscription[]
}

export interface DayScene {
  readonly contacts: number
  readonly tickets: number
  readonly served: readonly Served[]
  readonly staff: Happening['staff']
  readonly districts: readonly string[]
  readonly openedAt: number
}

const weightedReasons = reasons.map((reason) => [reason, reason.weight] as const)
/** What a ticket goes through on its first day. */
const firstDays: readonly (readonly [
  path: readonly (TicketStatus & keyof typeof moveLines)[],
  weight: number,
])[] = [
  [[], 20],
  [['open'], 20],
  [['open', 'in_progress'], 25],
  [['open', 'resolved'], 15],
  [['open', 'pending_department'], 20],
]

/** What a counter captures in a day: conversations, every so often one that opens a ticket, and what follows of it. */
export async function workADay(random: Random, scene: DayScene, must: Must): Promise<void> {
  const { contacts, tickets, openedAt } = scene
  for (let index = 0; index < contacts; index++) {
    const own = random.fork(index)
    const at = openedAt + index * 150_000
    const opensTicket =
      Math.floor((index * tickets) / contacts) < Math.floor(((index + 1) * tickets) / contacts)
    await serve(own, scene, { deviceLabel: '', deviceSeq: 0, at, opensTicket, staff: scene.staff }, must)
  }
}

async function serve(random: Random, scene: DayScene, happening: Happening, must: Must): Promise<void> {
  const { customer, subscriptions } = random.pick(scene.served)
  const channel = channelOf(random, happening)
  const reason = random.weighted(weightedReasons)
  const { districts } = scene
  const made = makeContact(random, {
    happening,
    channel,
    reason,
    customer,
    subscriptions,
    ticketIds: [],
    districts,
  })
  const { id: _id, rev: _rev, agentId: _agent, centreId: _centre, ...contact } = made
  if (!happening.opensTicket) {
    await must('closeContact', { contact })
    return
  }
  const ticket = ticketOf(random, scene, happening, contact, reason)
  const done = await must('closeContact', { contact: { ...contact, disposition: 'ticket_created' }, ticket })
  if (done.ticketId !== undefined) await follow(random, scene, happening, done.ticketId, must)
}

function ticketOf(
  random: Random,
  { districts }: DayScene,
  { at }: Happening,
  { customerId, subscriptionId, channel }: NewContact,
  reason: Reason,
): NewTicket {
  const fill = fillerAt(random, at, districts)
  const [subject, story] = random.pick(reason.talks)
  return {
    ...(customerId === undefined ? {} : { customerId }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    type: reason.ticketType,
    department: reason.department,
    priority: random.pick(['p2', 'p3', 'p3', 'p4'] as const),
    subject: fill(subject),
    description: fill(story),
    channel,
    reasonCode: reason.code,
  }
}

async function follow(
  random: Random,
  { districts }: DayScene,
  { at }: Happening,
  ticketId: string,
  must: Must,
): Promise<void> {
  const fill = fillerAt(random, at, districts)
  for (const to of random.weighted(firstDays)) {
    const resolution = to === 'resolved' ? { resolutionCode: random.pick(resolutions).code } : {}
    await must('moveTicket', { ticketId, to, note: fill(random.pick<string>(moveLines[to])), ...resolution })
  }
  if (random.chance(0.7)) await must('noteOnTicket', { ticketId, text: fill(random.pick(noteLines)) })
}
