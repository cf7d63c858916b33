import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Ask } from '#renderer/data/http-link.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { packed } from '#renderer/data/packed.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { provisional } from './payloads.ts'

let hq: TestHeadquarters
let desk: Desk
let origin: string

beforeAll(async () => {
  hq = await headquarters()
  await hq.seedCentre('KDI', 'WITA')
  await hq.seedStaff('ani', 'agent', 'KDI')
  desk = await hq.desk('KDI', 'ani')
  origin = await hq.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => hq[Symbol.asyncDispose]())

const send = (body: Buffer, encoding: string) =>
  fetch(`${origin}/v1/operations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-encoding': encoding,
      'x-loket-protocol': '1',
      authorization: `Bearer ${desk.session.accessToken}`,
    },
    body: new Uint8Array(body),
  })

test('[T10] work is packed once headquarters has said that it takes packed bodies, and arrives whole', async () => {
  const sent: (string | null)[] = []
  const seen: Ask = (path, init) => {
    sent.push(new Headers(init.headers).get('content-encoding'))
    return fetch(origin + path, init)
  }
  const link = httpLink(packed(seen))
  const { label } = desk.enrolment
  let count = 0
  const work = () =>
    Array.from({ length: 20 }, () =>
      desk.operation(stepOf('registerCustomer', provisional(`siti-${(count += 1)}`, label))),
    )
  const first = await link.send(desk.session.accessToken, work(), [])
  const second = await link.send(desk.session.accessToken, work(), [])
  for (const answer of [first, second])
    expect(answer.ok ? answer.value.map(({ outcome }) => outcome) : answer).toEqual(
      Array.from({ length: 20 }, () => 'accepted'),
    )
  expect(sent).toEqual([null, 'gzip'])
})

test('[O14] a packed body that unpacks into too much, a broken one and a foreign packing are refused', async () => {
  const bomb = await send(gzipSync(Buffer.alloc(20_000_000, ' ')), 'gzip')
  expect([bomb.status, await bomb.json()]).toMatchObject([413, { code: 'too_large' }])
  const broken = await send(Buffer.from('{"protocol":1,"operations":[]}'), 'gzip')
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'bad_request' }])
  const foreign = await send(Buffer.from('x'), 'zstd')
  expect([foreign.status, await foreign.json()]).toMatchObject([400, { code: 'bad_request' }])
})
