import { describe, expect, it } from 'vitest'
import { Value } from 'typebox/value'
import { checkRelease } from '#domain/catalogue/check-release.ts'
import { activeRelease } from '#domain/catalogue/release.ts'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { channels } from '#domain/contact/channel.ts'
import { entities } from '#domain/entities.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import { mayMove } from '#domain/ticket/lifecycle.ts'
import { isOpen } from '#domain/ticket/ticket.ts'
import { now, only, smallWorld } from '#tests/unit/world/small-world.ts'

const world = smallWorld()
const placed = [...world.records()]
const customers = only(placed, 'customers')
const tickets = only(placed, 'tickets')
const events = only(placed, 'ticketEvents')
const contacts = only(placed, 'contacts')
const subscriptions = only(placed, 'subscriptions')
const staffIds = new Set(world.staff.map(({ id }) => id))
const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('the made-up operator', () => {
  it('makes only records that pass their schema', () => {
    const wrong = placed.filter(({ collection, record }) => !Value.Check(entities[collection].schema, record))
    expect(wrong.map(({ record }) => record)).toEqual([])
  })

  it('is the same for the same seed and another for another', () => {
    const text = (seed: string) => JSON.stringify([...smallWorld(seed).recordsOf('AMQ')])
    expect(text('small')).toBe(text('small'))
    expect(text('small')).not.toBe(text('other'))
  })

  it('is read centre by centre with the same records as at once', () => {
    const alone = [...world.recordsOf('KOE')]
    expect(alone).toEqual(placed.filter(({ partitions }) => partitions.includes('c:KOE')))
  })

  it('never gives an id, a human code or a number twice', () => {
    expect(twice(placed.map(({ collection, record }) => `${collection}/${record.id}`))).toEqual([])
    expect(twice([...customers, ...tickets].map(({ code }) => code))).toEqual([])
    expect(twice(subscriptions.flatMap(({ msisdn }) => msisdn ?? []))).toEqual([])
    expect(twice(world.staff.map(({ username }) => username))).toEqual([])
  })

  it('refers only to records that are there', () => {
    const known = {
      customers: new Set(customers.map(({ id }) => id)),
      tickets: new Set(tickets.map(({ id }) => id)),
    }
    expect(subscriptions.filter(({ customerId }) => !known.customers.has(customerId))).toEqual([])
    expect(
      events.filter(({ ticketId, actorId }) => !known.tickets.has(ticketId) || !staffIds.has(actorId)),
    ).toEqual([])
    expect(
      tickets.filter(({ ownerId, openedBy }) => !staffIds.has(ownerId) || !staffIds.has(openedBy)),
    ).toEqual([])
    expect(contacts.filter(({ agentId }) => !staffIds.has(agentId))).toEqual([])
    expect(contacts.flatMap(({ ticketIds }) => ticketIds).filter((id) => !known.tickets.has(id))).toEqual([])
    expect(
      contacts.filter(({ customerId }) => customerId !== undefined && !known.customers.has(customerId)),
    ).toEqual([])
  })

  it('lets every ticket live as the lifecycle allows, up to now and not beyond', () => {
    for (const ticket of tickets) {
      const thread = events.filter(({ ticketId }) => ticketId === ticket.id)
      const moves = thread.filter(({ kind }) => kind === 'moved')
      expect(thread[0]).toMatchObject({ kind: 'opened', at: ticket.openedAt })
      expect(moves.every(({ from, to }) => from !== undefined && to !== undefined && mayMove(from, to))).toBe(
        true,
      )
      expect(moves.at(-1)?.to ?? 'new').toBe(ticket.status)
      expect(thread.map(({ at }) => at)).toEqual(thread.map(({ at }) => at).toSorted((a, b) => a - b))
      expect(thread.at(-1)?.at).toBe(ticket.updatedAt)
      expect(ticket.updatedAt).toBeLessThanOrEqual(now)
      expect(ticket.closedAt !== undefined).toBe(ticket.status === 'closed')
    }
  })

  it('has as much history as a centre of a thousand customers has', () => {
    const at = <T extends { centreId: string }>(list: readonly T[]) =>
      list.filter(({ centreId }) => centreId === 'KDI')
    expect(at(tickets).length).toBe(360)
    expect(at(contacts).length).toBe(360 + 660)
    expect(at(tickets).filter(isOpen).length).toBeGreaterThan(20)
    expect(
      contacts.filter(({ handleSeconds }) => handleSeconds <= 150).length / contacts.length,
    ).toBeGreaterThan(0.85)
    expect(new Set(contacts.map(({ channel }) => channel))).toEqual(new Set(channels))
  })

  it('numbers tickets as their desk would have minted them', () => {
    for (const { code } of tickets) expect(mintedBy(code, code.split('-')[1] ?? '')).toBe(true)
    const ofDesk = tickets
      .filter(({ code }) => mintedBy(code, 'KDI51'))
      .toSorted((a, b) => a.openedAt - b.openedAt)
    const counters = ofDesk.map(({ code }) => Number(code.split('-')[3]))
    expect(counters).toEqual(counters.toSorted((a, b) => a - b))
  })

  it('sells by one sound release and announces the next', () => {
    const releases = world.catalogue.filter(({ kind }) => kind === 'release')
    const offeringsOf = (releaseId: string) =>
      world.catalogue.filter((record) => record.kind === 'offering' && record.releaseId === releaseId)
    expect(releases.map(({ offeringCount }) => offeringCount)).toEqual([30, 33])
    for (const { id, signature } of releases) {
      expect(checkRelease(offeringsOf(id) as OfferingDraft[])).toEqual([])
      expect(signature).toMatch(/^signed /)
    }
    expect(activeRelease(releases, 'WIB', now)?.id).toBe(releases[0]?.id)
    expect(activeRelease(releases, 'WIB', now + 5 * 86_400_000)?.id).toBe(releases[1]?.id)
  })

  it('has people of every role, and admins at headquarters', () => {
    const rolesAt = (centre: string) =>
      new Set(world.staff.filter(({ centreId }) => centreId === centre).map(({ role }) => role))
    expect(rolesAt('KDI')).toEqual(new Set(['supervisor', 'branch', 'agent']))
    expect(rolesAt('HQ')).toEqual(new Set(['admin']))
  })
})
