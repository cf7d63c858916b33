import type { Channel } from '#domain/contact/channel.ts'
import type { Contact, Disposition, Verification } from '#domain/contact/contact.ts'
import { spoken } from '#domain/customer/msisdn.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Happening } from '#tests/world/history/make-schedule.ts'
import { idAt } from '#tests/world/id-at.ts'
import type { Random } from '#tests/world/random.ts'
import { fillerAt } from '#tests/world/talk/fill.ts'
import { contactLines } from '#tests/world/talk/phrases.ts'
import type { Reason } from '#tests/world/talk/reasons.ts'

const agentChannels: readonly (readonly [Channel, number])[] = [
  ['call_in', 58],
  ['call_out', 10],
  ['web', 8],
  ['sms', 7],
  ['email', 7],
  ['video', 4],
  ['pstn', 4],
  ['letter', 1],
  ['fax', 1],
]
const counterChannels: readonly (readonly [Channel, number])[] = [
  ['walk_in', 78],
  ['payment_point', 10],
  ['call_in', 4],
  ['field_visit', 4],
  ['account_manager', 4],
]

export function channelOf(random: Random, happening: Happening): Channel {
  return random.weighted(happening.staff.role === 'agent' ? agentChannels : counterChannels)
}

export interface ContactScene {
  readonly happening: Happening
  readonly channel: Channel
  readonly reason: Reason
  /** Absent for callers whom nobody could name. */
  readonly customer?: Customer | undefined
  readonly subscriptions: readonly Subscription[]
  readonly ticketIds: readonly string[]
  readonly districts: readonly string[]
}

/** One conversation. Most end within 150 seconds; a tenth do not. */
export function makeContact(random: Random, scene: ContactScene): Contact {
  const { happening, channel, reason, customer, ticketIds } = scene
  const handleSeconds = Math.min(2_400, Math.round(78 * Math.exp(0.5 * bell(random))))
  const line = scene.subscriptions.length === 0 ? undefined : random.pick(scene.subscriptions)
  const number = line?.msisdn ?? customer?.phone
  return {
    id: idAt(happening.at, random),
    rev: 1,
    agentId: happening.staff.id,
    centreId: happening.staff.centreId,
    ...(customer === undefined ? {} : { customerId: customer.id }),
    ...(line === undefined ? {} : { subscriptionId: line.id }),
    ...(number === undefined ? {} : { numberGiven: spoken(number) }),
    channel,
    direction: channel === 'call_out' || channel === 'field_visit' ? 'out' : 'in',
    // The ticket that came of it was opened while they spoke.
    startedAt: happening.at - handleSeconds * 1000,
    endedAt: happening.at,
    handleSeconds,
    verification: customer === undefined ? 'none' : verificationOf(random, channel),
    reasonCode: reason.code,
    disposition: dispositionOf(random, scene),
    ...(random.chance(0.6)
      ? { note: fillerAt(random, happening.at, scene.districts)(random.pick(contactLines)) }
      : {}),
    ticketIds: [...ticketIds],
  }
}

function verificationOf(random: Random, channel: Channel): Verification {
  if (channel === 'walk_in' || channel === 'payment_point' || channel === 'field_visit')
    return random.weighted([
      ['id_sighted', 72],
      ['number_only', 22],
      ['dukcapil', 6],
    ] as const)
  return random.weighted([
    ['knowledge', 55],
    ['number_only', 38],
    ['none', 7],
  ] as const)
}

function dispositionOf(random: Random, { customer, ticketIds, channel }: ContactScene): Disposition {
  if (ticketIds.length > 0) return random.chance(0.85) ? 'ticket_created' : 'escalated'
  if (customer === undefined) return random.pick(['abandoned', 'wrong_number', 'information_given'])
  if (channel === 'call_out')
    return random.weighted([
      ['resolved', 50],
      ['no_show', 30],
      ['information_given', 20],
    ] as const)
  return random.weighted([
    ['resolved', 40],
    ['information_given', 42],
    ['callback_promised', 7],
    ['transferred', 5],
    ['abandoned', 3],
    ['refused_verification', 3],
  ] as const)
}

/** About the normal distribution, -3.5 to 3.5. */
function bell(random: Random): number {
  return Array.from({ length: 12 }, () => random.unit()).reduce((sum, unit) => sum + unit, -6)
}
