import { expect, onTestFinished, test } from 'vitest'
import type { CallEvent, HeardCall } from '#electron/shared/bridge.ts'
import { callOfLink, linkAmong } from '#electron/main/telephony/call-link.ts'
import { openEndpoint } from '#electron/main/telephony/endpoint.ts'
import { Switchboard } from '#electron/main/telephony/switchboard.ts'

const newId = () => 'new-id'
const ringing: CallEvent = { event: 'ringing', callId: 'c1', number: '0817 1234 567', queue: 'Tagihan' }

test.each([
  ['loket://call?number=0817-1234-567&id=42&queue=Tagihan', '42', '0817-1234-567'],
  ['loket://call/?number=+628171234567', 'new-id', '+628171234567'],
  ['loket://call?number=%2B628171234567&id=a.b:c@d', 'a.b:c@d', '+628171234567'],
  ['loket://call?number=', 'new-id', ''],
])('a link says that somebody rings: %s', (link, callId, number) => {
  expect(callOfLink(link, newId)).toMatchObject({ event: 'ringing', callId, number })
})

test.each([
  'loket://call',
  'loket://call?number=<script>',
  'loket://call?number=0817&id=../../etc',
  `loket://call?number=0817&queue=${'x'.repeat(61)}`,
  `loket://call?number=${'1'.repeat(600)}`,
  'loket://open?number=0817',
  'https://call?number=0817',
  'loket:call?number=0817',
  'nonsense',
])('a link that is no call is not followed: %s', (link) => {
  expect(callOfLink(link, newId)).toBeUndefined()
})

test('the link is found among the words of a second start', () => {
  expect(linkAmong(['/opt/loket', '--flag', 'loket://call?number=1'])).toBe('loket://call?number=1')
  expect(linkAmong(['/opt/loket', '--flag'])).toBeUndefined()
})

async function endpoint(hear: (call: CallEvent) => boolean = () => true) {
  const heard: CallEvent[] = []
  const token = { now: 'right' }
  const open = await openEndpoint({
    port: 0,
    token: () => token.now,
    hear: (call) => {
      heard.push(call)
      return hear(call)
    },
  })
  onTestFinished(() => open.close())
  const say = async (
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
    init: RequestInit = {},
  ) => {
    const response = await fetch(open.address, {
      method: 'POST',
      headers: { authorization: 'Bearer right', 'content-type': 'application/json', ...headers },
      ...(init.method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...init,
    })
    return { status: response.status, words: await response.text() }
  }
  return { ...open, heard, say, token }
}

test('a call with the right token is taken', async () => {
  const { say, heard } = await endpoint()
  expect(await say(ringing)).toEqual({ status: 202, words: '{"taken":true}' })
  expect(heard).toEqual([ringing])
})

test('a wrong token, none, and one that was renewed meanwhile are refused', async () => {
  const { say, heard, token } = await endpoint()
  expect((await say(ringing, { authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await say(ringing, { authorization: '' })).status).toBe(401)
  token.now = 'renewed'
  expect((await say(ringing)).status).toBe(401)
  expect(heard).toEqual([])
})

test('what is no call is refused with words that name the field and never its value', async () => {
  const { say, heard } = await endpoint()
  expect(await say('{')).toMatchObject({ status: 400, words: expect.stringContaining('not JSON') as string })
  const wrong = await say({ ...ringing, number: 'secret-name', extra: 1 })
  expect(wrong.status).toBe(400)
  expect(wrong.words).toContain('number')
  expect(wrong.words).not.toContain('secret-name')
  expect((await say({ ...ringing, event: 'singing' })).status).toBe(400)
  expect((await say(ringing, { 'content-type': 'text/plain' })).status).toBe(415)
  expect(heard).toEqual([])
})

test('a body that is too long is not read to its end', async () => {
  const { say, heard } = await endpoint()
  expect((await say({ ...ringing, queue: 'x'.repeat(5000) })).status).toBe(413)
  expect(heard).toEqual([])
})

test('a web page, another path and another verb are refused even with the token', async () => {
  const { say, heard, address } = await endpoint()
  expect((await say(ringing, { origin: 'https://example.com' })).status).toBe(403)
  expect((await say(undefined, {}, { method: 'GET' })).status).toBe(405)
  const elsewhere = await fetch(address.replace('/calls', '/'), { method: 'POST' })
  expect(elsewhere.status).toBe(404)
  expect(heard).toEqual([])
})

test('nobody but this PC reaches the endpoint, and a second program on the port is told', async () => {
  const { address } = await endpoint()
  expect(new URL(address).hostname).toBe('127.0.0.1')
  const port = Number(new URL(address).port)
  await expect(openEndpoint({ port, token: () => '', hear: () => true })).rejects.toThrow('EADDRINUSE')
})

test('when too many calls wait, the next one is told so', async () => {
  const { say } = await endpoint(() => false)
  expect((await say(ringing)).status).toBe(429)
})

function switchboard() {
  const told: HeardCall[] = []
  const clock = { now: 1000 }
  const board = new Switchboard(
    (call) => told.push(call),
    () => clock.now,
  )
  return { board, told, clock }
}

test('a call is told once for each of its events, and a page that is loaded anew hears how long ago they were', () => {
  const { board, told, clock } = switchboard()
  board.hear(ringing)
  board.hear(ringing)
  clock.now += 4000
  board.hear({ ...ringing, event: 'answered' })
  board.hear(ringing)
  clock.now += 1000
  expect(told.map(({ event }) => event)).toEqual(['ringing', 'answered'])
  expect(board.calls()).toEqual([{ ...ringing, event: 'answered', ringingMs: 5000, answeredMs: 1000 }])
})

test('a call that ended stays until it is let go; the end of a running contact is told and not kept', () => {
  const { board, told } = switchboard()
  board.hear(ringing)
  board.hear({ ...ringing, event: 'ended' })
  expect(board.calls().map(({ event }) => event)).toEqual(['ended'])
  board.letGo('c1')
  board.hear({ ...ringing, callId: 'c2', event: 'ended' })
  expect(told.at(-1)).toMatchObject({ callId: 'c2', event: 'ended' })
  expect(board.calls()).toEqual([])
})

test('calls that nobody takes do not pile up without end, and the end of a known one is always heard', () => {
  const { board } = switchboard()
  for (let n = 0; n < 20; n++) expect(board.hear({ ...ringing, callId: `c${n}` })).toBe(true)
  expect(board.hear({ ...ringing, callId: 'late' })).toBe(false)
  expect(board.hear({ ...ringing, callId: 'c3', event: 'ended' })).toBe(true)
})
