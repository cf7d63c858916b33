import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps, type StepName } from '#domain/steps.ts'
import { oldestProtocol } from '#domain/sync/session.ts'
import type { Operation } from '#domain/sync/operation.ts'
import type { TestHeadquarters } from './headquarters.ts'
import { answerOf, differences, filledIn, type Bindings, type Exchange, type Wire } from './wire/wire.ts'
import { wireWorld } from './wire/world.ts'

const wire = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/wire-1.json'), 'utf8')) as Wire
const sent = wire.exchanges
  .filter(({ answer }) => answer.status === 200)
  .flatMap(({ request }) => (request.body as { operations?: Operation[] } | undefined)?.operations ?? [])

let hq: TestHeadquarters
beforeAll(async () => {
  hq = await wireWorld()
})
afterAll(() => hq[Symbol.asyncDispose]())

async function ask({ at, request }: Exchange, known: Bindings) {
  hq.clock.advance(at - hq.clock.now())
  const { method, path, headers, body } = filledIn(request, known)
  const payload = body === undefined ? {} : { payload: body as object }
  return answerOf(
    await hq.ask({ method, url: path, headers: { 'x-loket-protocol': '', ...headers }, ...payload }),
  )
}

test('[V1][V4] (H10) a console of protocol 1 is answered as on the day its wire was recorded', async () => {
  expect(wire.protocol).toBe(1)
  expect(oldestProtocol).toBeLessThanOrEqual(wire.protocol)
  const known: Bindings = new Map([['{{code}}', await hq.deviceCode('KDI')]])
  const found: string[] = []
  for (const exchange of wire.exchanges) {
    const answer = await ask(exchange, known)
    found.push(...differences(exchange.answer, answer, known).map((each) => `${exchange.about}: ${each}`))
  }
  expect(found).toEqual([])
})

test('the comparison sees what is missing, of another type, other and renamed', () => {
  const known: Bindings = new Map()
  const recorded = { id: '{{id:1}}', again: '{{id:1}}', sum: '{{hash:2}}', list: [1], text: 'a' }
  expect(
    differences(recorded, { id: 'x', again: 'x', sum: 5, list: [1], text: 'a', more: 1 }, known),
  ).toEqual([])
  expect(differences(recorded, { id: 'x', again: 'y', sum: 'x', list: [], text: 1 }, new Map())).toEqual([
    '.again is another {{id:1}} than before',
    '.sum is no sum',
    '.list has 0 entries, not 1',
    '.text is 1, not "a"',
  ])
  expect(differences(recorded, { id: 1, list: {} }, new Map())).toHaveLength(5)
})

test('[V3] every kind of protocol 1 was recorded, and what came later says since which protocol', () => {
  const first = new Set(sent.flatMap((operation) => operation.steps.map(({ kind, v }) => `${kind} ${v}`)))
  const stillUnderstood = (Object.keys(steps) as StepName[]).filter((kind) => first.has(`${kind} 1`))
  expect(stillUnderstood).toHaveLength(12)
  for (const kind of Object.keys(steps) as StepName[]) {
    const { v, since } = steps[kind] as { v: number; since?: number }
    if (!first.has(`${kind} ${v}`)) expect([kind, since]).toEqual([kind, expect.any(Number)])
  }
})
