import type { Channel } from '#domain/contact/channel.ts'
import { contactTargetSeconds, type Contact, type Disposition } from '#domain/contact/contact.ts'
import type { Zone } from '#domain/reference/reference.ts'
import { hourOf, midnightBefore } from '#domain/reference/zone.ts'

export interface Counted<K> {
  readonly key: K
  readonly count: number
}

/** What the contacts of some days come to. */
export interface ContactFigures {
  readonly contacts: number
  /** Handle time in seconds: its mean, and how many contacts were over within the target of 150 s. */
  readonly handle: { readonly mean: number; readonly withinTarget: number }
  /** First-contact resolution: contacts that were about something, and how many of them settled it. */
  readonly firstContact: { readonly settled: number; readonly of: number }
  /** By the hour on the centre's clock; 24 of them. */
  readonly byHour: readonly number[]
  /** By the centre's day, the oldest first; days without a contact are there too. `at`: the day's midnight. */
  readonly byDay: readonly { readonly at: number; readonly contacts: number; readonly meanHandle: number }[]
  /** The most frequent first. */
  readonly byChannel: readonly Counted<Channel>[]
  readonly byReason: readonly Counted<string>[]
  readonly byAgent: readonly AgentFigures[]
}

export interface AgentFigures {
  readonly agentId: string
  readonly contacts: number
  readonly meanHandle: number
  readonly lastAt: number
}

/** A stretch of whole days on a centre's calendar that ends now. */
export interface Days {
  readonly now: number
  readonly zone: Zone
  /** 1: today alone. */
  readonly days: number
}

const dayMs = 86_400_000
const settled: readonly Disposition[] = ['resolved', 'information_given']
const aboutNothing: readonly Disposition[] = ['abandoned', 'wrong_number', 'no_show']

export function firstInstantOf({ now, zone, days }: Days): number {
  return midnightBefore(now, zone) - (days - 1) * dayMs
}

/** A contact counts on the day it began. Pure: a desk and headquarters' SQL come to the same (tests/sync/day.test.ts). */
export function contactFigures(all: readonly Contact[], days: Days): ContactFigures {
  const since = firstInstantOf(days)
  const contacts = all.filter(({ startedAt }) => startedAt >= since)
  return {
    contacts: contacts.length,
    handle: {
      mean: meanHandle(contacts),
      withinTarget: contacts.filter(({ handleSeconds }) => handleSeconds <= contactTargetSeconds).length,
    },
    firstContact: firstContact(contacts),
    byHour: Array.from(
      { length: 24 },
      (_, hour) => contacts.filter(({ startedAt }) => hourOf(startedAt, days.zone) === hour).length,
    ),
    byDay: Array.from({ length: days.days }, (_, day) => {
      const at = since + day * dayMs
      const ofDay = contacts.filter(({ startedAt }) => midnightBefore(startedAt, days.zone) === at)
      return { at, contacts: ofDay.length, meanHandle: meanHandle(ofDay) }
    }),
    byChannel: counted(contacts.map(({ channel }) => channel)),
    byReason: counted(contacts.map(({ reasonCode }) => reasonCode)),
    byAgent: byAgent(contacts),
  }
}

/**
 * Settled at the first contact: it ended as resolved or with the information, and the same customer did not come again
 * for the same reason in these days. Lost calls, wrong numbers and no-shows were about nothing and are left out.
 */
function firstContact(contacts: readonly Contact[]): ContactFigures['firstContact'] {
  const meant = contacts.filter(({ disposition }) => !aboutNothing.includes(disposition))
  const last = new Map<string, number>()
  for (const contact of meant)
    last.set(aboutOf(contact), Math.max(last.get(aboutOf(contact)) ?? 0, contact.startedAt))
  return {
    of: meant.length,
    settled: meant.filter(
      (contact) => settled.includes(contact.disposition) && last.get(aboutOf(contact)) === contact.startedAt,
    ).length,
  }
}

/** Somebody unknown is nobody else's follow-up. */
function aboutOf({ id, customerId, reasonCode }: Contact): string {
  return customerId === undefined ? id : `${customerId} ${reasonCode}`
}

function byAgent(contacts: readonly Contact[]): readonly AgentFigures[] {
  return counted(contacts.map(({ agentId }) => agentId)).map(({ key: agentId, count }) => {
    const own = contacts.filter((contact) => contact.agentId === agentId)
    return {
      agentId,
      contacts: count,
      meanHandle: meanHandle(own),
      lastAt: Math.max(...own.map(({ endedAt }) => endedAt)),
    }
  })
}

function counted<K extends string>(keys: readonly K[]): readonly Counted<K>[] {
  const counts = new Map<K, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

function meanHandle(contacts: readonly Contact[]): number {
  const seconds = contacts.reduce((sum, { handleSeconds }) => sum + handleSeconds, 0)
  return contacts.length === 0 ? 0 : seconds / contacts.length
}
