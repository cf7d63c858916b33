import { describe, expect, test } from 'vitest'
import { keptUpTo } from '#sync-server/sync/kept.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import { engines } from './engines.ts'
import { headquarters, testClock } from './headquarters.ts'
import { move } from './moving.ts'
import { contact, customer } from './payloads.ts'
import { testDatabase } from './test-database.ts'
import { known } from './two-centres.ts'
import { beginning, type Desk } from './wire-desk.ts'

/** A statement that reads bodies for a page. */
const isPage = (text: string) => text.includes('cross join lateral')

function listening(database: Database, heard: string[]): Database {
  return {
    ...database,
    query: (text, values) => {
      heard.push(text)
      return database.query(text, values)
    },
  }
}

describe.each(engines)('on %s', (engine) => {
  const open = async () => {
    const inner = await testDatabase(await engine.url())
    await prepareDatabase(inner, testClock())
    const heard: string[] = []
    const hq = await headquarters({ database: listening(inner, heard) })
    for (const centre of ['KDI', 'MKS']) await hq.seedCentre(centre)
    await hq.seedStaff('ani', 'branch', 'KDI')
    await hq.seedStaff('sari', 'supervisor', 'KDI')
    await known(hq, 'c1')
    const desks: [Desk, Desk] = [await hq.desk('KDI', 'ani'), await hq.desk('KDI', 'sari')]
    const pagesRead = async (ask: () => Promise<unknown>) => {
      heard.length = 0
      await ask()
      return heard.filter(isPage).length
    }
    return { hq, desks, pagesRead }
  }

  test('[F2][F5] what was read for one desk of a centre is given to the next as long as nothing happened, word for word', async () => {
    const { hq, desks, pagesRead } = await open()
    await using _ = hq
    const [one, other] = desks
    const before = await one.all()
    await one.take('recordContact', contact('k1', { customerId: 'c1' }))
    const first = await one.page(one.partition, before.checkpoint)
    expect(first.changes.map(({ id }) => id)).toEqual(['k1'])
    expect(
      await pagesRead(async () => expect(await other.page(one.partition, before.checkpoint)).toEqual(first)),
    ).toBe(0)
    await other.take('recordContact', contact('k2', { customerId: 'c1' }))
    expect(
      await pagesRead(async () => {
        const next = await one.page(one.partition, before.checkpoint)
        expect(next.changes.map(({ id }) => id)).toEqual(['k1', 'k2'])
      }),
    ).toBe(1)
    const half = await one.page(one.partition, before.checkpoint, 1)
    expect(half).toMatchObject({ changes: [{ id: 'k1' }], more: true })
    expect(
      await pagesRead(async () =>
        expect(await other.page(one.partition, before.checkpoint, 1)).toEqual(half),
      ),
    ).toBe(0)
    const { deviceId } = other.enrolment
    await expect(one.page(`d:${deviceId}`, beginning)).rejects.toThrow('unknown_partition')
  })

  test('[F6][B4] a place or an answer of another history is found out by a desk that asks for what another was given', async () => {
    const { hq, desks } = await open()
    await using _ = hq
    const [one, other] = desks
    const { checkpoint } = await one.all()
    const { opId } = one.operation()
    await one.take('recordContact', contact('k1', { customerId: 'c1' }))
    await one.page(one.partition, checkpoint)
    const ask = (more: object) =>
      other.post<{ code?: string }>('/v1/feed', {
        partition: one.partition,
        ...checkpoint,
        limit: 500,
        ...more,
      })
    expect((await ask({})).status).toBe(200)
    expect((await ask({ answered: opId })).body.code).toBe('history_changed')
    expect((await ask({ epoch: 'another' })).body.code).toBe('history_changed')
  })

  test('[F4] a page that tells of what left is each desk’s own', async () => {
    const { hq, desks, pagesRead } = await open()
    await using _ = hq
    const [one, other] = desks
    const { checkpoint } = await one.all()
    await hq.write([{ collection: 'customers', record: customer('c2', 'KDI') }], 'c:KDI')
    await move(other, 'c2', 'MKS')
    for (const desk of desks)
      expect(
        await pagesRead(async () => {
          const { changes } = await desk.page(desk.partition, checkpoint)
          expect(changes).toEqual([{ collection: 'customers', id: 'c2' }])
        }),
      ).toBe(1)
  })
})

test('what was kept first goes when there is no more room, and what is asked for stays', () => {
  const kept = keptUpTo<string>(10, (value) => value.length)
  kept.set('a', '1234')
  kept.set('b', '1234')
  expect(kept.get('a')).toBe('1234')
  kept.set('c', '123')
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['1234', undefined, '123'])
  kept.set('a', '1')
  kept.set('d', '123456')
  expect([kept.get('a'), kept.get('c'), kept.get('d')]).toEqual(['1', '123', '123456'])
  kept.set('e', '12345678901')
  expect([kept.get('d'), kept.get('e')]).toEqual([undefined, undefined])
})
