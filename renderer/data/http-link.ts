import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { instant } from '#domain/fields.ts'
import { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import { isProblemCode, type Problem } from '#domain/problems.ts'
import { Digest, FeedPage, SnapshotHead, SnapshotPart, type PartAsk } from '#domain/sync/feed.ts'
import { columnsType, openPage } from '#domain/sync/in-columns.ts'
import { LastWordsTaken } from '#domain/sync/last-words.ts'
import type { Answer, Link, Poke } from '#domain/sync/link.ts'
import { OperationResult } from '#domain/sync/operation.ts'
import {
  CentreRollout,
  Enrolment,
  protocolHeader,
  protocolVersion,
  ReportAnswer,
  Session,
} from '#domain/sync/session.ts'
import { afterReally } from '#renderer/data/after-really.ts'
import type { Surroundings } from '#renderer/data/machine.ts'
import { heldIds, type HeldIds } from '#renderer/data/held-ids.ts'
import { waiting, type Waiting } from '#renderer/data/waiting.ts'
import { wholeBody } from '#renderer/data/whole-body.ts'

/** `fetch`, or a function call into the server in a test. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>

/** How long the desk waits, in ms: for more of an answer, for a sign of life in a stream of pokes (which beats every 15 seconds), for a probe. */
interface Patience {
  readonly answer: number
  readonly silence: number
  readonly probe: number
}

interface LinkOptions {
  readonly speaks?: number
  readonly patience?: Partial<Patience>
  readonly after?: Surroundings['after']
}

const Results = Type.Object({ results: Type.Array(OperationResult) })
const Standing = Type.Object({ at: instant() })
const Rollout = Type.Array(CentreRollout)
const Orders = Type.Array(OrderToAnswer)

/** The link over HTTP. `speaks` is the protocol of this console. */
export function httpLink(
  asked: Ask,
  { speaks = protocolVersion, patience: given = {}, after = afterReally }: LinkOptions = {},
): Link {
  const patience: Patience = { answer: 30_000, silence: 45_000, probe: 5_000, ...given }
  const heard: { protocol: number | undefined } = { protocol: undefined }
  const held = heldIds()
  const ask: Ask = async (path, init) => {
    const response = await asked(path, init)
    heard.protocol = saidBy(response) ?? heard.protocol
    return response
  }
  const request = async <S extends TSchema>(
    shape: S,
    method: 'GET' | 'POST',
    path: string,
    token?: string,
    body?: unknown,
  ): Promise<Answer<Static<S>>> => {
    const wait = waiting(after, patience.answer)
    try {
      // No `cache: 'no-store'`, which would ask leave (CORS) anew each time; headquarters says it in its answers. [T10]
      const init: RequestInit = {
        method,
        headers: headersOf(speaks, token, body),
        signal: wait.signal,
      }
      const response = await wait.orGiveUp(
        ask(`/v1/${path}`, body === undefined ? init : { ...init, body: JSON.stringify(body) }),
      )
      return await answerOf(response, shape, wait, held)
    } catch {
      // No answer, a cut in the middle of one, or the patience is over: for the desk all is one.
      return { ok: false, problem: { code: 'unreachable' } }
    } finally {
      wait.over()
    }
  }
  /**
   * Asked with a body: a page may ask one address again without a preflight, which costs a far line a round trip. [T10]
   * `newer` is what a headquarters of the first protocol does not know.
   */
  const read = <S extends TSchema>(
    shape: S,
    path: string,
    token: string,
    ask: Readonly<Record<string, string | number>>,
    newer: Readonly<Record<string, string | number | undefined>> = {},
  ) =>
    (heard.protocol ?? protocolVersion) < 2
      ? request(shape, 'GET', `${path}?${query(ask)}`, token)
      : request(shape, 'POST', path, token, { ...ask, ...newer })
  const partOf = (token: string, { upTo, ...ask }: PartAsk, whole: readonly string[]) => {
    const short = whole.length === 0 ? {} : { held: whole.join() }
    return read(SnapshotPart, 'snapshot/part', token, { ...ask }, { upTo, form: 'columns', ...short })
  }
  return {
    enrol: (body) => request(Enrolment, 'POST', 'enrol', undefined, body),
    signIn: (body) => request(Session, 'POST', 'sign-in', undefined, body),
    refresh: (body) => request(Session, 'POST', 'refresh', undefined, body),
    async send(token, operations, again) {
      const answer = await request(Results, 'POST', 'operations', token, {
        protocol: speaks,
        operations,
        ...(again.length === 0 ? {} : { again }),
      })
      return answer.ok ? { ok: true, value: answer.value.results } : answer
    },
    setAside: (token, operation) => request(OperationResult, 'POST', 'set-aside', token, { operation }),
    page: (token, partition, after, limit, answered) => {
      // Who asks for pages is filled.
      held.forget()
      const newer = { answered, form: 'columns' }
      return read(FeedPage, 'feed', token, { partition, ...after, limit }, newer)
    },
    snapshotHead: (token, partition) => read(SnapshotHead, 'snapshot', token, { partition }),
    async snapshotPart(token, ask) {
      const part = await partOf(token, ask, held.whole(ask.partition))
      const whole = part.ok || !held.missed() ? part : await partOf(token, ask, [])
      if (whole.ok) held.took(ask, whole.value)
      return whole
    },
    digest: (token) => request(Digest, 'GET', 'digest', token),
    standing: (body) => request(Standing, 'POST', 'standing', undefined, body),
    lastWords: (body) => request(LastWordsTaken, 'POST', 'last-words', undefined, body),
    report: (token, body) => request(ReportAnswer, 'POST', 'report', token, body),
    rollout: (token) => request(Rollout, 'GET', 'rollout', token),
    ordersToAnswer: (token) => request(Orders, 'GET', 'orders', token),
    pokes(token, onPoke) {
      const stop = new AbortController()
      return {
        ended: listen(ask, headersOf(speaks, token, undefined), onPoke, {
          signal: stop.signal,
          silent: () => after(patience.silence, () => stop.abort()),
        }),
        close: () => stop.abort(),
      }
    },
    async probe() {
      const wait = waiting(after, patience.probe)
      try {
        return (await wait.orGiveUp(ask('/health', { signal: wait.signal, cache: 'no-store' }))).ok
      } catch {
        return false
      } finally {
        wait.over()
      }
    },
    protocol: () => heard.protocol,
  }
}

/** What headquarters says of itself; the first one said nothing. A page that is not headquarters' says nothing either. */
function saidBy(response: Response): number | undefined {
  const said = response.headers.get(protocolHeader)
  if (said !== null && /^\d{1,3}$/.test(said)) return Number(said)
  return response.ok && isJson(response) ? 1 : undefined
}

const isJson = (response: Response) =>
  response.headers.get('content-type')?.includes('application/json') === true

function headersOf(speaks: number, token: string | undefined, body: unknown): Record<string, string> {
  return {
    [protocolHeader]: String(speaks),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

function query(parts: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(parts).map(([key, value]) => [key, String(value)])).toString()
}

/** Only headquarters' own words count: a captive portal answers 200 with a page or with JSON of its own. [U10] */
async function answerOf<S extends TSchema>(
  response: Response,
  shape: S,
  wait: Waiting,
  held: HeldIds,
): Promise<Answer<Static<S>>> {
  const isFolded = response.headers.get('content-type') === columnsType
  if (!isFolded && !isJson(response)) return { ok: false, problem: { code: 'unreachable' } }
  const told = await wholeBody(response, wait)
  const body = isFolded ? openPage(held.open(told)) : (JSON.parse(new TextDecoder().decode(told)) as unknown)
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
  headers: Readonly<Record<string, string>>,
  onPoke: (poke: Poke) => void,
  { signal, silent }: { readonly signal: AbortSignal; readonly silent: () => () => void },
): Promise<void> {
  // A half-open line never says that it is broken.
  let heard = silent()
  try {
    const response = await ask('/v1/pokes', {
      headers: { ...headers, accept: 'text/event-stream' },
      signal,
    })
    if (!response.ok || response.body === null) return
    let rest = ''
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      heard = silent()
      const events = (rest + value).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        if (data !== undefined && /^event: poke$/m.test(event)) onPoke(JSON.parse(data) as Poke)
      }
    }
  } catch {
    // The stream ended: whoever listens asks again after a while.
  } finally {
    heard()
  }
}
