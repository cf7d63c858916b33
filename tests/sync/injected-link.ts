import type { FastifyInstance } from 'fastify'
import type { Link } from '#domain/sync/link.ts'
import { connected } from '#domain/sync/fold.ts'
import { touchedBy } from '#domain/sync/run.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { protocolHeader } from '#domain/sync/session.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import type { Surroundings } from '#renderer/data/machine.ts'

/** A line between a desk and headquarters by a function call: the real client, the real routes, no network. */
export interface Line {
  readonly link: Link
  cut(): void
  restore(): void
  /** From now on the console says that it speaks this protocol: it was updated, or it is an old one. */
  speak(protocol: number): void
  /** From now on headquarters is one of protocol 1, as far as a console can tell: it says no protocol and has no later routes. */
  older(isOlder: boolean): void
  /** Every request that reached headquarters. */
  readonly asked: string[]
}

export interface LineFaults {
  /** Called before a request reaches headquarters; throwing loses it. */
  readonly before?: (path: string) => void
  /** Somebody who answers in headquarters' place: a captive portal, a broken proxy. */
  readonly stranger?: (path: string) => Response | undefined
  /** Called when headquarters has answered; throwing loses the answer. */
  readonly after?: (path: string) => void
  /** Operations over which headquarters stumbles every time. */
  readonly poison?: (operation: Operation) => boolean
  /** More operations than this at once are refused as too large. */
  readonly most?: number
}

export function injectedLine(
  app: () => FastifyInstance,
  faults: LineFaults = {},
  options: Partial<Pick<Surroundings, 'after'>> = {},
): Line {
  const state: { up: boolean; older: boolean; speaks: number | undefined } = {
    up: true,
    older: false,
    speaks: undefined,
  }
  const asked: string[] = []
  const link = httpLink(async (path, init) => {
    if (!state.up) throw new Error('the line is cut')
    faults.before?.(path)
    const strange = faults.stranger?.(path)
    if (strange !== undefined) return strange
    asked.push(path)
    const response = await app().inject({
      method: (init.method ?? 'GET') as 'GET',
      url: state.older && path === '/v1/set-aside' ? '/v1/no-such-route' : path,
      headers: {
        ...(init.headers as Record<string, string>),
        ...(state.speaks === undefined ? {} : { [protocolHeader]: String(state.speaks) }),
      },
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
    })
    faults.after?.(path)
    if (!state.up) throw new Error('the line is cut')
    const headers = Object.entries(response.headers)
      .filter(([name]) => !state.older || name !== protocolHeader)
      .map(([name, value]): [string, string] => [name, String(value)])
    const body = [204, 304].includes(response.statusCode) ? null : new Uint8Array(response.rawPayload)
    return new Response(body, { status: response.statusCode, headers })
  }, options)
  const send: Link['send'] = async (token, operations, again) => {
    if (operations.length > (faults.most ?? Infinity)) return { ok: false, problem: { code: 'too_large' } }
    const bad = new Set(operations.filter((operation) => faults.poison?.(operation) === true))
    // As headquarters does: what hangs on an operation that stumbled waits with it. [O15]
    const { operations: hanging } = connected([...bad].flatMap(touchedBy), operations)
    for (const operation of bad.size > 0 ? hanging : []) bad.add(operation)
    const answer = await link.send(
      token,
      operations.filter((operation) => !bad.has(operation)),
      again,
    )
    if (!answer.ok) return answer
    const good = new Map(answer.value.map((result) => [result.opId, result]))
    const later = (opId: string): OperationResult => ({
      opId,
      outcome: 'retry_later',
      at: 0,
      seqs: {},
      problem: 'internal',
    })
    return { ok: true, value: operations.map(({ opId }) => good.get(opId) ?? later(opId)) }
  }
  return {
    // A stream has no place in a function call; desks of tests are told to sync.
    link: { ...link, send, pokes: () => ({ ended: new Promise(() => undefined), close: () => undefined }) },
    cut: () => void (state.up = false),
    restore: () => void (state.up = true),
    speak: (protocol) => void (state.speaks = protocol),
    older: (isOlder) => void (state.older = isOlder),
    asked,
  }
}
