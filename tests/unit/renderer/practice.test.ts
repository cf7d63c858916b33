import { Value } from 'typebox/value'
import { expect, onTestFinished, test } from 'vitest'
import { collectionNames, entities } from '#domain/entities.ts'
import { madeUpCentre } from '#renderer/data/practice/made-up.ts'
import { signer } from '#renderer/data/practice/open-practice.ts'
import { practising, when } from '#tests/unit/renderer/practising.ts'

const now = Date.parse('2026-11-25T02:00:00Z')

test('every made-up record is one that headquarters could have', () => {
  const made = madeUpCentre(now, signer().sign)
  for (const name of collectionNames)
    for (const record of made[name] ?? [])
      expect([...Value.Errors(entities[name].schema, record)], record.id).toEqual([])
  expect(made.customers?.length).toBeGreaterThan(20)
})

test('made-up numbers are nobody’s', () => {
  const text = JSON.stringify(madeUpCentre(now, signer().sign))
  const numbers = text.match(/\+62\d+/g) ?? []
  expect(numbers.length).toBeGreaterThan(20)
  expect(numbers.filter((number) => !number.startsWith('+6281700'))).toEqual([])
})

test('a practice desk opens filled, unlocked, and equal to what it was filled with', async () => {
  const { door, close } = await practising()
  onTestFinished(close)
  expect((await when(door, 'desk', [], ({ stage }) => stage === 'open')).person?.username).toBe('latihan')
  await when(door, 'priming', [], ({ stage }) => stage === 'done')
  await when(door, 'sync', [], ({ ready }) => ready)
  const caller = await when(door, 'caller', ['0817 0000 1000'], ({ matches }) => matches.length > 0)
  expect(caller.matches).toHaveLength(2)
})

test('what is done in practice is there, and is never sent', async () => {
  const { desk, door, close } = await practising()
  onTestFinished(close)
  await when(door, 'priming', [], ({ stage }) => stage === 'done')
  const done = await door.run('recordMissedCall', { number: '0817 0000 1005', startedAt: 1, endedAt: 2 })
  expect(done.ok).toBe(true)
  await door.run('syncNow', {})
  const sync = await when(door, 'sync', [], ({ waiting }) => waiting === 1)
  expect(sync.problem).toBe('unreachable')
  expect(desk.core.outbox.unsettled().map(({ state, result }) => [state, result])).toEqual([
    ['waiting', undefined],
  ])
})

test('the practice sells by a made-up release that is whole and signed, and knows the next one', async () => {
  const { door, close } = await practising()
  onTestFinished(close)
  const view = await when(door, 'catalogue', [], ({ release }) => release !== undefined)
  expect(view.refusedReleaseId).toBeUndefined()
  expect(view.offerings.map(({ code }) => code)).toContain('CONTOH-15')
  expect(view.next?.release.notes).toBe('Paket Contoh 50 GB.')
  const [offering] = view.offerings
  const wish = { customerId: 'practice-customer-03', wish: 'new_offering' as const, checksDone: [] }
  const chosen = { releaseId: view.release?.id ?? '', code: offering?.code ?? '' }
  expect((await door.run('captureOrder', { ...wish, offering: chosen })).ok).toBe(true)
})
