import { expect } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Digest } from '#domain/sync/feed.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { contact, customer, subscription, ticket } from './payloads.ts'

export const day = 86_400_000

/** Three centres; a supervisor's desk at Kendari and at Makassar, and somebody else's at Kendari. */
export interface Moving {
  readonly hq: TestHeadquarters
  readonly kdi: Desk
  readonly mks: Desk
  readonly agent: Desk
}

export async function moving(url: string): Promise<Moving> {
  const hq = await headquarters({ url })
  for (const centre of ['KDI', 'MKS', 'DPS']) await hq.seedCentre(centre)
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  await hq.seedStaff('rina', 'supervisor', 'MKS')
  return {
    hq,
    kdi: await hq.desk('KDI', 'sari'),
    mks: await hq.desk('MKS', 'rina'),
    agent: await hq.desk('KDI', 'ani'),
  }
}

export const move = (by: Desk, customerId: string, toCentreId: string) =>
  by.take('moveCustomer', { customerId, toCentreId })

/** Everything of a desk's centre that is about these ids, as `collection/id`. */
export async function held(desk: Desk, ids: readonly string[]): Promise<string[]> {
  const { changes } = await desk.all()
  return changes
    .filter(({ put }) => put !== undefined)
    .map(({ collection, id, put }) => ({ key: `${collection}/${id}`, text: JSON.stringify(put) }))
    .filter(({ key, text }) => ids.some((id) => key.endsWith(`/${id}`) || text.includes(`"${id}"`)))
    .map(({ key }) => key)
    .toSorted()
}

/** A customer of Kendari with a line, a ticket and two contacts, one of them older than a year. */
export async function settle({ hq, kdi }: Moving, id: string): Promise<void> {
  await hq.write(
    [
      { collection: 'customers', record: customer(id, 'KDI', { phone: '+628171000001' }) },
      { collection: 'subscriptions', record: subscription(`${id}-s`, id, '+628171000001') },
    ],
    'c:KDI',
  )
  const at = (daysAgo: number) => ({
    customerId: id,
    startedAt: hq.clock.now() - daysAgo * day,
    endedAt: hq.clock.now() - daysAgo * day + 1,
  })
  await kdi.send(
    kdi.operation(stepOf('openTicket', ticket(`${id}-t`, kdi.enrolment.label, { customerId: id }))),
    kdi.operation(stepOf('recordContact', contact(`${id}-new`, at(364)))),
    kdi.operation(stepOf('recordContact', contact(`${id}-old`, at(366)))),
  )
}

/** Headquarters' digest is what a desk counts over its partitions. */
export async function expectDigest(desk: Desk): Promise<void> {
  const seen = new Map<string, { collection: string; hash: number }>()
  for (const partition of ['global', desk.partition, `d:${desk.enrolment.deviceId}`])
    for (const { collection, id, put } of (await desk.all(partition)).changes)
      if (put !== undefined) seen.set(`${collection}/${id}`, { collection, hash: recordHash(id, put.rev) })
  const sums: Record<string, { count: number; hash: number }> = {}
  for (const { collection, hash } of seen.values()) {
    const sum = (sums[collection] ??= { count: 0, hash: 0 })
    sum.count += 1
    sum.hash += hash
  }
  expect((await desk.get<Digest>('/v1/digest')).body.collections).toEqual(sums)
}
