import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Poke, PokeStream } from '#domain/sync/link.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { setDeviceStatus } from '#sync-server/storage/devices.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { customer, ticket } from './payloads.ts'

let hq: TestHeadquarters
let desk: Desk
let origin: string

beforeAll(async () => {
  hq = await headquarters()
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  desk = await hq.desk('KDI', 'ani')
  await hq.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(hq.app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await hq[Symbol.asyncDispose]()
})

/** What a desk hears, each poke as a promise in turn. */
async function listening(of: Desk): Promise<{ stream: PokeStream; next: () => Promise<Poke> }> {
  const heard: Poke[] = []
  const waiting: ((poke: Poke) => void)[] = []
  const opened = Promise.withResolvers<undefined>()
  const link = httpLink(async (path, init) => {
    const response = await fetch(`${origin}${path}`, init)
    opened.resolve(undefined)
    return response
  })
  const stream = link.pokes(of.session.accessToken, (poke) => {
    const waiter = waiting.shift()
    if (waiter === undefined) heard.push(poke)
    else waiter(poke)
  })
  await opened.promise
  return {
    stream,
    next: () => {
      const poke = heard.shift()
      return poke === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(poke)
    },
  }
}

test('[K1] a desk hears where its partitions stand when it begins to listen, and then of every place that they reach', async () => {
  const { stream, next } = await listening(desk)
  expect(await next()).toMatchObject({ partition: 'global', seq: 2 })
  for (const id of ['t1', 't2']) {
    const result = await desk.take('openTicket', ticket(id, desk.enrolment.label))
    expect(await next()).toEqual({ partition: 'c:KDI', seq: result.seqs['c:KDI'] })
  }
  stream.close()
  await stream.ended
})

test('[K1] places that follow close on each other are told of by the last of them', async () => {
  const { stream, next } = await listening(desk)
  const before = (await desk.all()).checkpoint.seq
  for (let poke = await next(); poke.partition !== 'c:KDI' || poke.seq < before;) poke = await next()
  const results = []
  for (let n = 0; n < 12; n++)
    results.push(await desk.take('openTicket', ticket(`g${n}`, desk.enrolment.label)))
  const last = results.at(-1)?.seqs['c:KDI'] ?? 0
  const heard: number[] = []
  while (heard.at(-1) !== last) heard.push((await next()).seq)
  expect(heard.length).toBeLessThan(results.length)
  expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  stream.close()
  await stream.ended
})

test('[K1] a desk hears of what another process wrote within a second', async () => {
  const { stream, next } = await listening(desk)
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  const seq = (await desk.all()).checkpoint.seq
  for (;;) {
    const poke = await next()
    if (poke.partition === 'c:KDI' && poke.seq === seq) break
  }
  stream.close()
  await stream.ended
})

test('[S5] the stream of a revoked device ends', async () => {
  const lost = await hq.desk('KDI', 'ani')
  const { stream } = await listening(lost)
  await setDeviceStatus(hq.database, lost.enrolment.deviceId, 'revoked')
  await stream.ended
})

test('streams end when headquarters stops', async () => {
  await using stopping = await headquarters()
  await stopping.seedCentre('KDI')
  await stopping.seedStaff('ani', 'branch', 'KDI')
  const there = await stopping.desk('KDI', 'ani')
  await stopping.app.listen({ port: 0, host: '127.0.0.1' })
  const port = (stopping.app.server.address() as AddressInfo).port
  const opened = Promise.withResolvers<undefined>()
  const { ended } = httpLink(async (path, init) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
    opened.resolve(undefined)
    return response
  }).pokes(there.session.accessToken, () => undefined)
  await opened.promise
  await stopping.app.close()
  await ended
})
