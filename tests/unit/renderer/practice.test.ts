import { filter, firstValueFrom, Observable } from 'rxjs'
import { Value } from 'typebox/value'
import { expect, onTestFinished, test } from 'vitest'
import { collectionNames, entities } from '#domain/entities.ts'
import { afterReally } from '#renderer/data/after-really.ts'
import type { Queries, QueryName } from '#renderer/data/contract.ts'
import { doorOf, type Door } from '#renderer/data/door.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { madeUpCentre } from '#renderer/data/practice/made-up.ts'
import { openPractice } from '#renderer/data/practice/open-practice.ts'
import { practiceMachine } from '#renderer/data/practice/practice-machine.ts'

const now = Date.parse('2026-11-25T02:00:00Z')

test('every made-up record is one that headquarters could have', () => {
  const made = madeUpCentre(now)
  for (const name of collectionNames)
    for (const record of made[name] ?? [])
      expect([...Value.Errors(entities[name].schema, record)], record.id).toEqual([])
  expect(made.customers?.length).toBeGreaterThan(20)
})

test('made-up numbers are nobody’s', () => {
  const text = JSON.stringify(madeUpCentre(now))
  const numbers = text.match(/\+62\d+/g) ?? []
  expect(numbers.length).toBeGreaterThan(20)
  expect(numbers.filter((number) => !number.startsWith('+6281700'))).toEqual([])
})

async function practising() {
  const lent = practiceMachine(() => undefined)
  const newId = () => newIdFrom(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count)))
  const desk = await openPractice({
    machine: lent,
    around: { now: Date.now, newId, random: Math.random, after: afterReally, passwordRounds: 1 },
    clientVersion: 'test',
  })
  onTestFinished(async () => {
    await desk.conductor.close()
    await desk.core.replica.close()
  })
  return { desk, door: doorOf(desk) }
}

function when<N extends QueryName>(
  door: Door,
  name: N,
  args: Parameters<Queries[N]>,
  is: (answer: ReturnType<Queries[N]>) => boolean,
): Promise<ReturnType<Queries[N]>> {
  const answers = new Observable<ReturnType<Queries[N]>>((observer) =>
    door.watch(name, args, (answer) => observer.next(answer)),
  )
  return firstValueFrom(answers.pipe(filter(is)))
}

test('a practice desk opens filled, unlocked, and equal to what it was filled with', async () => {
  const { door } = await practising()
  expect((await when(door, 'desk', [], ({ stage }) => stage === 'open')).person?.username).toBe('latihan')
  await when(door, 'priming', [], ({ stage }) => stage === 'done')
  await when(door, 'sync', [], ({ ready }) => ready)
  const caller = await when(door, 'caller', ['0817 0000 1000'], ({ matches }) => matches.length > 0)
  expect(caller.matches).toHaveLength(2)
})

test('what is done in practice is there, and is never sent', async () => {
  const { desk, door } = await practising()
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
