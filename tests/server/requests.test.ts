import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Value } from 'typebox/value'
import { stepOf } from '#domain/steps.ts'
import { FeedPage } from '#domain/sync/feed.ts'
import { headquarters, password, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { customer, ticket } from './payloads.ts'

let hq: TestHeadquarters
let desk: Desk
let web: string
const lines: string[] = []

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'loket-web-'))
  await mkdir(join(web, 'assets'))
  await writeFile(join(web, 'index.html'), '<title>Loket</title>')
  await writeFile(join(web, 'assets/a-1.js'), 'export {}')
  hq = await headquarters({ settings: { web }, log: { write: (line) => lines.push(line) } })
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  desk = await hq.desk('KDI', 'ani')
  for (let n = 0; n < 30; n++)
    await hq.write([{ collection: 'customers', record: customer(`c${n}`, 'KDI') }], 'c:KDI')
})
afterAll(async () => {
  await hq[Symbol.asyncDispose]()
  await rm(web, { recursive: true })
})

const operationCount = async () => (await hq.database.query('select op_id from operation')).length

test('[O14] a request that is too large or malformed is refused with a code and stores nothing', async () => {
  const before = await operationCount()
  const good = desk.operation(stepOf('openTicket', ticket('t1', desk.enrolment.label)))
  const bad: [number, string, unknown][] = [
    [
      413,
      'too_large',
      {
        protocol: 1,
        operations: [{ ...good, steps: [{ kind: 'x', v: 1, payload: { text: 'x'.repeat(1_100_000) } }] }],
      },
    ],
    [400, 'bad_request', { protocol: 1, operations: [good, { ...good, deviceSeq: '2' }] }],
    [400, 'bad_request', { protocol: 1, operations: [{ ...good, steps: [] }] }],
    [400, 'bad_request', { protocol: 1, operations: [{ ...good, opId: 'a\0b' }] }],
    [400, 'bad_request', { protocol: 1, operations: Array.from({ length: 51 }, () => good) }],
    [400, 'bad_request', { operations: [good] }],
    [400, 'bad_request', []],
    [400, 'bad_request', null],
  ]
  for (const [status, code, payload] of bad)
    expect(await desk.post('/v1/operations', payload)).toMatchObject({ status, body: { code } })
  for (const payload of ['{', '', '{"protocol":1,"operations":[],"__proto__":{"x":1}}', '['.repeat(50_000)]) {
    const headers = { 'content-type': 'application/json' }
    const answer = await hq.ask(
      { method: 'POST', url: '/v1/operations', payload, headers },
      desk.session.accessToken,
    )
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request' } })
  }
  expect(await operationCount()).toBe(before)
})

test('[O14] an operation nested without end is refused, not stumbled over', async () => {
  const nested = `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`
  const operation = JSON.stringify(desk.operation({ kind: 'x', v: 1, payload: {} })).replace(
    '"payload":{}',
    `"payload":${nested}`,
  )
  const payload = `{"protocol":1,"operations":[${operation}]}`
  const headers = { 'content-type': 'application/json' }
  const answer = await hq.ask(
    { method: 'POST', url: '/v1/operations', payload, headers },
    desk.session.accessToken,
  )
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request' } })
})

test('a refusal never repeats what was sent', async () => {
  const answer = await desk.post('/v1/operations', {
    protocol: 1,
    operations: [{ 'Siti <script>': 'Nurhaliza' }],
  })
  expect(JSON.stringify(answer.body)).not.toMatch(/Siti|Nurhaliza|script/)
})

test.each([
  ['/v1/feed?partition=c:KDI&epoch=&seq=-1&commit=&limit=10'],
  ['/v1/feed?partition=c:KDI&epoch=&seq=0&commit=&limit=0'],
  ['/v1/feed?partition=c:KDI&epoch=&seq=0&commit=&limit=5000'],
  ['/v1/feed?partition=c:KDI&epoch=&seq=abc&commit=&limit=1'],
  ['/v1/feed?seq=0'],
  ['/v1/snapshot/part?partition=c:KDI&collection=nothing&afterId=&limit=10'],
])('a question beyond its bounds is refused: %s', async (url) => {
  expect(await desk.get(url)).toMatchObject({ status: 400, body: { code: 'bad_request' } })
})

test('[V1] a client that says no protocol or one too old is told so', async () => {
  const say = (version: string) =>
    hq.ask(
      { method: 'GET', url: '/v1/digest', headers: { 'x-loket-protocol': version } },
      desk.session.accessToken,
    )
  expect(await say('0')).toMatchObject({ status: 426, body: { code: 'client_too_old' } })
  expect(await say('x')).toMatchObject({ status: 400, body: { code: 'bad_request' } })
  expect((await say('2')).status).toBe(200)
})

test('without a good token nothing is told', async () => {
  for (const url of ['/v1/digest', '/v1/snapshot?partition=global', '/v1/pokes', '/v1/rollout'])
    for (const token of [undefined, 'x', `${desk.session.accessToken}x`])
      expect(await hq.ask({ method: 'GET', url }, token)).toMatchObject({
        status: 401,
        body: { code: 'session_expired' },
      })
})

test('only the console’s own origin may ask from a page', async () => {
  const preflight = (origin: string, url = '/v1/operations') =>
    hq.ask({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': 'POST' } })
  expect((await preflight('app://loket')).headers).toMatchObject({
    'access-control-allow-origin': 'app://loket',
    'access-control-allow-headers': 'authorization, content-type, content-encoding, x-loket-protocol',
  })
  expect((await preflight('https://evil.example')).headers).not.toHaveProperty('access-control-allow-origin')
  const health = await hq.ask({ method: 'GET', url: '/health', headers: { origin: 'app://loket' } })
  expect(health).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': 'app://loket' } })
  const refused = await hq.ask({ method: 'GET', url: '/v1/digest', headers: { origin: 'app://loket' } })
  expect(refused).toMatchObject({
    status: 401,
    headers: { 'access-control-expose-headers': 'retry-after, accept-encoding, x-loket-protocol' },
  })
})

test('answers are packed as tightly as the other end can unpack, and have the form that the document promises', async () => {
  const unpack = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync }
  const ask = (accepted: string) =>
    hq.app.inject({
      method: 'GET',
      url: '/v1/feed?partition=c:KDI&epoch=&seq=0&commit=&limit=100',
      headers: {
        'x-loket-protocol': '1',
        authorization: `Bearer ${desk.session.accessToken}`,
        'accept-encoding': accepted,
      },
    })
  for (const [accepted, chosen] of [
    // A browser over TLS, an older one, and any over plain HTTP.
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
  ] as const) {
    const { headers, rawPayload } = await ask(accepted)
    expect(headers['content-encoding']).toBe(chosen)
    expect(Value.Check(FeedPage, JSON.parse(unpack[chosen](rawPayload).toString()))).toBe(true)
  }
})

test('every route stands in the OpenAPI document, and there is a page to read it', async () => {
  const { body } = await hq.ask<{ paths: object }>({ method: 'GET', url: '/openapi.json' })
  const paths = [
    'enrol',
    'sign-in',
    'refresh',
    'operations',
    'feed',
    'snapshot',
    'snapshot/part',
    'digest',
    'pokes',
    'rollout',
    'report',
  ]
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([...paths.map((path) => `/v1/${path}`), '/health', '/ready']),
  )
  expect((await hq.ask<string>({ method: 'GET', url: '/docs' })).body).toContain('swagger')
})

test('the console is served with a strict policy, and every path that is no file is the page', async () => {
  for (const url of ['/', '/customers/c1']) {
    const { status, body, headers } = await hq.ask({ method: 'GET', url })
    expect({ status, body }).toEqual({ status: 200, body: '<title>Loket</title>' })
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  }
  expect((await hq.ask({ method: 'GET', url: '/assets/a-1.js' })).headers['cache-control']).toContain(
    'immutable',
  )
  for (const url of ['/v1/nothing', '/missing.js', '/../package.json'])
    expect(await hq.ask({ method: 'GET', url })).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

test('[L1] the log names routes and outcomes, never people, words, tokens or questions', async () => {
  lines.length = 0
  await desk.take('openTicket', ticket('t9', desk.enrolment.label, { subject: 'Rahasia Besar' }))
  await desk.get('/v1/snapshot/part?partition=c:KDI&collection=customers&afterId=orang-penting&limit=1')
  await hq.signIn(desk.enrolment, 'ani')
  const log = lines.join('')
  expect(log).toContain('"route":"/v1/operations","status":200')
  for (const word of [
    'Rahasia',
    'orang-penting',
    password,
    '"ani"',
    desk.session.accessToken,
    desk.enrolment.deviceSecret,
  ])
    expect(log).not.toContain(word)
})
