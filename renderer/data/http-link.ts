import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { instant } from '#domain/fields.ts'
import { isProblemCode, type Problem } from '#domain/problems.ts'
import { Digest, FeedPage, SnapshotHead, SnapshotPart } from '#domain/sync/feed.ts'
import type { Answer, Link, Poke } from '#domain/sync/link.ts'
import { OperationResult } from '#domain/sync/operation.ts'
import { CentreRollout, Enrolment, protocolVersion, Session } from '#domain/sync/session.ts'

/** `fetch`, or a function call into the server in a test. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>

const patience = 30_000

const Results = Type.Object({ results: Type.Array(OperationResult) })
const Reported = Type.Object({ at: instant() })
const Rollout = Type.Array(CentreRollout)

/** The link over HTTP. `origin` is empty for the page that headquarters serves itself. */
export function httpLink(ask: Ask): Link {
  const request = async <S extends TSchema>(
    shape: S,
    method: 'GET' | 'POST',
    path: string,
    token?: string,
    body?: unknown,
  ): Promise<Answer<Static<S>>> => {
    try {
      const init: RequestInit = {
        method,
        headers: headersOf(token, body),
        signal: AbortSignal.timeout(patience),
        cache: 'no-store',
      }
      const response = await ask(
        `/v1/${path}`,
        body === undefined ? init : { ...init, body: JSON.stringify(body) },
      )
      return await answerOf(response, shape)
    } catch {
      // No answer, a cut in the middle of one, or the patience is over: for the desk all is one.
      return { ok: false, problem: { code: 'unreachable' } }
    }
  }
  return {
    enrol: (body) => request(Enrolment, 'POST', 'enrol', undefined, body),
    signIn: (body) => request(Session, 'POST', 'sign-in', undefined, body),
    refresh: (body) => request(Session, 'POST', 'refresh', undefined, body),
    async send(token, operations, again) {
      const answer = await request(Results, 'POST', 'operations', token, {
        protocol: protocolVersion,
        operations,
        ...(again.length === 0 ? {} : { again }),
      })
      return answer.ok ? { ok: true, value: answer.value.results } : answer
    },
    page: (token, partition, after, limit) =>
      request(FeedPage, 'GET', `feed?${query({ partition, ...after, limit })}`, token),
    snapshotHead: (token, partition) =>
      request(SnapshotHead, 'GET', `snapshot?${query({ partition })}`, token),
    snapshotPart: (token, partition, collection, afterId, limit) =>
      request(
        SnapshotPart,
        'GET',
        `snapshot/part?${query({ partition, collection, afterId, limit })}`,
        token,
      ),
    digest: (token) => request(Digest, 'GET', 'digest', token),
    report: (token, body) => request(Reported, 'POST', 'report', token, body),
    rollout: (token) => request(Rollout, 'GET', 'rollout', token),
    pokes(token, onPoke) {
      const stop = new AbortController()
      return { ended: listen(ask, token, onPoke, stop.signal), close: () => stop.abort() }
    },
    async probe() {
      try {
        return (await ask('/health', { signal: AbortSignal.timeout(5000), cache: 'no-store' })).ok
      } catch {
        return false
      }
    },
  }
}

function headersOf(token: string | undefined, body: unknown): Record<string, string> {
  return {
    'x-loket-protocol': String(protocolVersion),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

function query(parts: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(parts).map(([key, value]) => [key, String(value)])).toString()
}

/** Only headquarters' own words count: a captive portal answers 200 with a page or with JSON of its own. [U7] */
async function answerOf<S extends TSchema>(response: Response, shape: S): Promise<Answer<Static<S>>> {
  const isJson = response.headers.get('content-type')?.includes('application/json') === true
  if (!isJson) return { ok: false, problem: { code: 'unreachable' } }
  const body: unknown = await response.json()
  if (!response.ok) return { ok: false, problem: problemOf(response, body) }
  return Value.Check(shape, body)
    ? { ok: true, value: body }
    : { ok: false, problem: { code: 'unreachable' } }
}

function problemOf(response: Response, body: unknown): Problem {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const { code, detail } = (body ?? {}) as { code?: unknown; detail?: unknown }
  return {
    code: isProblemCode(code) ? code : 'internal',
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  }
}

async function listen(
  ask: Ask,
  token: string,
  onPoke: (poke: Poke) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const response = await ask('/v1/pokes', {
      headers: { ...headersOf(token, undefined), accept: 'text/event-stream' },
      signal,
      cache: 'no-store',
    })
    if (!response.ok || response.body === null) return
    let rest = ''
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ;) {
      const { done, value } = await reader.read()
      if (done) return
      const events = (rest + value).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        if (data !== undefined && /^event: poke$/m.test(event)) onPoke(JSON.parse(data) as Poke)
      }
    }
  } catch {
    // The stream ended: whoever listens asks again after a while.
  }
}
