import { Agent, request, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { unfolded } from '#domain/sync/columns/columns.ts'
import { columnsType, openPage } from '#domain/sync/in-columns.ts'
import type { Poke } from '#domain/sync/link.ts'
import { systemClock } from '#sync-server/clock.ts'
import { deskAt } from '#tests/server/large-operator.ts'
import { deskOf, type Desk, type Wire } from '#tests/server/wire-desk.ts'

export interface HttpWire extends Wire {
  /** How often headquarters asked to come later. */
  readonly refused: { count: number }
  /** Opens a stream of pokes, asked for again when headquarters is too busy for it; resolves when it is open. */
  listen(token: string, onPoke: (poke: Poke) => void): Promise<void>
  close(): void
}

/** Whoever is refused before the body was read may hear a cut line instead of the answer. */
function cut(error: Error): undefined {
  if (!('code' in error) || error.code !== 'ECONNRESET') throw error
}

const mostOpened = 64

/** A page is written once for all desks of a centre, which open it on machines of their own: here it is opened once too. */
function openedOnce(): (columns: Buffer) => unknown {
  const opened = new Map<string, unknown>()
  return (columns) => {
    const key = `${columns.length} ${columns.toString('hex', 0, 8)}`
    const known = opened.get(key)
    if (known !== undefined) return known
    const page = openPage(unfolded(columns))
    opened.set(key, page)
    const [oldest] = opened.keys()
    if (opened.size > mostOpened && oldest !== undefined) opened.delete(oldest)
    return page
  }
}

/** As a real desk waits, where headquarters says `retry-after`; anything else than an answer is a fault of the run. */
export function httpWire(origin: string): HttpWire {
  const agent = new Agent({ keepAlive: true })
  const refused = { count: 0 }
  const open = openedOnce()
  const call = (path: string, method: string, token = '', body?: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = {
        'x-loket-protocol': '2',
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      }
      request(`${origin}${path}`, { method, agent, headers }, resolve).on('error', reject).end(body)
    })
  const answered = async (path: string, method: string, token?: string, body?: string) => {
    for (;;) {
      const response = await call(path, method, token, body).catch(cut)
      if (response !== undefined && response.statusCode !== 503 && response.statusCode !== 429)
        return response
      refused.count += 1
      response?.resume()
      await pause(1000 * Number(response?.headers['retry-after'] ?? 1))
    }
  }
  return {
    clock: systemClock,
    refused,
    async ask<T>(options: Parameters<Wire['ask']>[0], token?: string) {
      const {
        method = 'GET',
        url = '/',
        payload,
      } = options as { method?: string; url?: string; payload?: unknown }
      const body = payload === undefined ? undefined : JSON.stringify(payload)
      const response = await answered(url, method, token, body)
      const told = await buffer(response)
      if (response.statusCode !== 200)
        throw new Error(`${method} ${url} answered ${response.statusCode} ${told.toString()}`)
      const isFolded = response.headers['content-type'] === columnsType
      const answer = isFolded ? open(told) : (JSON.parse(told.toString()) as unknown)
      return { status: 200, body: answer as T, headers: response.headers }
    },
    async listen(token, onPoke) {
      const response = await answered('/v1/pokes', 'GET', token)
      if (response.statusCode !== 200) throw new Error(`a stream was answered ${response.statusCode}`)
      response.setEncoding('utf8').on('data', (events: string) => {
        for (const [, data = ''] of events.matchAll(/^data: (.*)$/gm)) onPoke(JSON.parse(data) as Poke)
      })
    },
    close: () => agent.destroy(),
  }
}

/** A desk of the large operator, signed in. */
export function largeDesk(wire: Wire, centre: string, n: number): Desk {
  const { deviceId, label, staffId, token } = deskAt(centre, n)
  return deskOf(
    wire,
    {
      deviceId,
      deviceSecret: '',
      label,
      lastSeq: 1_000_000,
      centre: { id: centre, name: centre, zone: 'WIB' },
      releaseKey: '',
      nikKey: '',
    },
    {
      accessToken: token,
      accessUntil: 0,
      refreshToken: '',
      person: { id: staffId, username: staffId, name: 'Petugas', role: 'branch', centreId: centre },
    },
  )
}
