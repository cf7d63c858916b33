import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallEvent } from '#electron/shared/bridge.ts'
import { callEvent, wordsForBadCall } from './call-event.ts'

const LOOPBACK = '127.0.0.1'
const PATH = '/calls'
const LONGEST_BODY = 4096
const PATIENCE_MS = 5_000

export interface EndpointOptions {
  /** 0: any that is free. */
  port: number
  token: () => string
  /** False: too many calls wait already. */
  hear: (call: CallEvent) => boolean
}

export interface Endpoint {
  address: string
  close(): Promise<void>
}

interface Refusal {
  status: number
  words: string
}

/** Where the telephone system of this very PC says that it rings. Fails with EADDRINUSE where another program has the port. */
export async function openEndpoint({ port, token, hear }: EndpointOptions): Promise<Endpoint> {
  const server = createServer((request, response) => {
    const done = (status: number, words: string) => answer(response, status, words)
    take(request, { token, hear }).then(
      (refusal) => (refusal === undefined ? done(202, 'taken') : done(refusal.status, refusal.words)),
      () => response.destroy(),
    )
  })
  server.headersTimeout = PATIENCE_MS
  server.requestTimeout = PATIENCE_MS
  server.maxConnections = 16
  server.listen(port, LOOPBACK)
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  return { address: `http://${LOOPBACK}:${taken}${PATH}`, close: () => close(server) }
}

async function take(
  request: IncomingMessage,
  { token, hear }: Omit<EndpointOptions, 'port'>,
): Promise<Refusal | undefined> {
  const stranger = strangeness(request)
  if (stranger !== undefined) return stranger
  if (!holds(request.headers.authorization, token()))
    return { status: 401, words: 'the token is not the one in Settings' }
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    return { status: 415, words: 'content-type: application/json is needed' }
  const body = await read(request)
  if (body === undefined) return { status: 413, words: `at most ${LONGEST_BODY} bytes` }
  const raw = parsed(body)
  const { success, data } = callEvent.safeParse(raw)
  if (!success) return { status: 400, words: raw === undefined ? 'this is not JSON' : wordsForBadCall(raw) }
  return hear(data) ? undefined : { status: 429, words: 'too many calls wait already' }
}

/** A web page in a browser of this PC has no business here, under whatever name it reaches us. */
function strangeness({ method, url, headers, socket }: IncomingMessage): Refusal | undefined {
  const own = [`${LOOPBACK}:${socket.localPort}`, `localhost:${socket.localPort}`]
  if (headers.origin !== undefined || !own.includes(headers.host ?? ''))
    return { status: 403, words: 'only programs of this PC may ask' }
  if (url !== PATH) return { status: 404, words: `calls are told to ${PATH}` }
  return method === 'POST' ? undefined : { status: 405, words: 'calls are told by POST' }
}

/** Hashes have one length, so comparing them tells nothing about the token. */
function holds(authorization: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`))
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > LONGEST_BODY) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

function answer(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    // What is left of a refused request is not read.
    connection: 'close',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  })
  response.end(JSON.stringify(status === 202 ? { taken: true } : { problem: words }))
}

async function close(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
