import 'fake-indexeddb/auto'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpLink } from '#renderer/data/http-link.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import {
  faulty,
  json,
  never,
  within,
  type FaultyHeadquarters,
  type Strange,
} from '#tests/sync/hazards/faulty.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

const portal: Strange = {
  statusCode: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html>Please accept the terms of this wireless network</html>',
}
const faults: readonly (readonly [string, (path: string) => Strange | typeof never | undefined])[] = [
  ['an answer that never comes', () => never],
  ['a captive portal', () => portal],
  ['a captive portal that speaks JSON', () => json(200, {})],
  [
    'an empty list of results',
    (path) => (path.endsWith('/operations') ? json(200, { results: [] }) : undefined),
  ],
  ['half an answer', () => ({ ...json(200, {}), body: '{"results":[{"opId":' })],
  ['a fault of headquarters (500)', () => json(500, { code: 'internal' })],
  ['a fault of a proxy (502)', () => ({ ...portal, statusCode: 502 })],
  ['too much to do (503)', () => json(503, { code: 'overloaded' }, { 'retry-after': '30' })],
  ['too many requests (429)', () => json(429, { code: 'sign_in_slow_down' }, { 'retry-after': '3600' })],
  [
    'an expired session (401)',
    (path) => (path.endsWith('/refresh') ? undefined : json(401, { code: 'session_expired' })),
  ],
  [
    'a page that says more and does not move on',
    (path) =>
      path.startsWith('/v1/feed')
        ? json(200, { changes: [], checkpoint: placeOf(path), more: true })
        : undefined,
  ],
]

function placeOf(path: string): object {
  const query = new URLSearchParams(path.split('?')[1])
  return { epoch: query.get('epoch'), seq: Number(query.get('seq')), commit: query.get('commit') }
}

describe('after a fault of the line', () => {
  let hq: TestHeadquarters
  let line: FaultyHeadquarters
  let desk: TestDesk
  beforeAll(async () => {
    hq = await kendari()
    line = faulty(hq)
    desk = await testDesk(line.hq, ani)
    await settled(desk)
  })
  afterAll(async () => {
    await desk[Symbol.asyncDispose]()
    await hq[Symbol.asyncDispose]()
  })

  test.each(faults)(
    '[U6][U7][U8] (H16) after two minutes of %s the queue is empty within sixty seconds, and nobody did anything',
    async (_name, fault) => {
      const before = (await countAt(hq, 'customers')) ?? 0
      line.fault = fault
      await registerMany(desk, 3, before)
      const asked = desk.line.asked.length
      const waits = async () => (await desk.ask('sync')).waiting
      expect(
        await within(
          desk,
          120,
          () => false,
          () => line.hanging > 0,
        ),
      ).toBeUndefined()
      // It goes on asking, and not without a pause.
      expect(desk.line.asked.length - asked).toBeGreaterThan(1)
      expect(desk.line.asked.length - asked).toBeLessThan(120)

      line.fault = undefined
      const empty = async () => (await waits()) === 0
      expect(await within(desk, 60, empty, () => line.hanging > 0)).toBeDefined()
      line.hanging = 0
      expect(await countAt(hq, 'customers')).toBe(before + 3)
      await settled(desk)
      expect(await desk.ask('sync')).toMatchObject({ waiting: 0, parked: 0, ready: true, link: 'up' })
    },
  )

  test('[U6][O18] (H16) headquarters’ wish to be asked later is kept, up to a minute, whatever is captured meanwhile', async () => {
    line.fault = () => json(503, { code: 'overloaded' }, { 'retry-after': '50' })
    await desk.sync()
    const asked = desk.line.asked.length
    await registerMany(desk, 1, (await countAt(hq, 'customers')) ?? 0)
    await within(desk, 45, () => false)
    expect(desk.line.asked.length).toBe(asked)
    line.fault = undefined
    expect(
      await within(
        desk,
        10,
        async () => (await desk.ask('sync')).link === 'up' && desk.line.asked.length > asked,
      ),
    ).toBeDefined()
  })

  test('[U7] (H16) whoever signs in and however often, one stream of pokes is open', async () => {
    const open = { now: 0, most: 0, began: 0 }
    const pokes = () => {
      open.now += 1
      open.began += 1
      open.most = Math.max(open.most, open.now)
      const ended = Promise.withResolvers<void>()
      return {
        ended: ended.promise,
        close: () => {
          open.now -= 1
          ended.resolve()
        },
      }
    }
    Object.assign(desk.line.link, { pokes })
    await desk.restart()
    for (const username of ['budi', 'ani', 'sari', 'ani']) {
      await desk.must('lock', {})
      await desk.must('signIn', { username, password: 'rahasia-sekali' })
      await within(desk, 15, () => false)
    }
    expect(open).toEqual({ now: 1, most: 1, began: 1 })
  })
})

/** A line that is open and brings nothing more: what a sleeping router leaves behind. */
async function halfOpen(words: string) {
  const sockets = { open: 0, ended: Promise.withResolvers<void>() }
  const server = createServer((socket) => {
    sockets.open += 1
    socket.on('error', () => undefined).on('close', () => sockets.ended.resolve())
    socket.once('data', () => socket.write(words))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, sockets, [Symbol.dispose]: () => void server.close() }
}

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n'

test.each([
  ['before its first word', ''],
  ['after its first words', `${head}: listening\n\nevent: poke\ndata: {"partition":"c:KDI","seq":7}\n\n`],
])(
  '[U7] (H16) a stream of pokes that falls silent %s counts as dead, and its socket is closed',
  async (_when, words) => {
    using line = await halfOpen(words)
    const heard: unknown[] = []
    const link = httpLink((path, init) => fetch(`${line.origin}${path}`, init), {
      patience: { answer: 1_000, silence: 300 },
    })
    await link.pokes('token', (poke) => heard.push(poke)).ended
    await line.sockets.ended.promise
    expect(heard).toEqual(words === '' ? [] : [{ partition: 'c:KDI', seq: 7 }])
  },
)

test('[U7] (H16) a request on a line that is open and brings nothing ends by itself', async () => {
  using line = await halfOpen(
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"resul',
  )
  const link = httpLink((path, init) => fetch(`${line.origin}${path}`, init), {
    patience: { answer: 300, silence: 1_000 },
  })
  expect(await link.digest('token')).toEqual({ ok: false, problem: { code: 'unreachable' } })
  await line.sockets.ended.promise
})
