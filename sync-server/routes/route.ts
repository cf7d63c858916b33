import { finished } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { columnsType } from '#domain/sync/in-columns.ts'
import type { Answer } from '#domain/sync/link.ts'
import { sessionOf, type SignedIn } from '#sync-server/auth/session.ts'
import type { Gate } from '#sync-server/gate.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { Refused, sendProblem } from './problem.ts'

export interface Call<Q, B> {
  readonly query: Q
  readonly body: B
}

/** An answer that is written down already: JSON as a text, columns as bytes. */
export class Written {
  readonly told: string | Uint8Array
  constructor(told: string | Uint8Array) {
    this.told = told
  }
}

interface Shape<Q extends TSchema, B extends TSchema, A extends TSchema> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly query?: Q
  readonly body?: B
  readonly answer: A
}

/** A route is a value: what it takes, what it answers, and the function between them. */
export interface Route {
  readonly mount: (app: FastifyInstance, hq: Headquarters) => void
}

/** A route for whoever has no session yet. */
export function openRoute<Q extends TSchema, B extends TSchema, A extends TSchema>(
  shape: Shape<Q, B, A>,
  handle: (hq: Headquarters, call: Call<Static<Q>, Static<B>>) => Promise<Answer<Static<A>>>,
): Route {
  return { mount: (app, hq) => mount(app, hq, shape, (request) => handle(hq, callOf(request)), []) }
}

/** A route for a signed-in person on a device. */
export function deskRoute<Q extends TSchema, B extends TSchema, A extends TSchema>(
  shape: Shape<Q, B, A>,
  handle: (
    hq: Headquarters,
    who: SignedIn,
    call: Call<Static<Q>, Static<B>>,
  ) => Promise<Answer<Static<A> | Written>>,
): Route {
  return {
    mount: (app, hq) =>
      mount(
        app,
        hq,
        shape,
        async (request) => {
          const session = await sessionOf(hq, bearerOf(request))
          return session.ok ? handle(hq, session.value, callOf(request)) : session
        },
        [{ accessToken: [] }],
      ),
  }
}

/**
 * A question to which a signed-in device gets an answer, in the query or in a body. With a body its address is always
 * the same: a page of another origin then needs no preflight each time, which costs a far line a round trip.
 */
export function readRoute<Q extends TSchema, A extends TSchema>(
  { ask, ...shape }: { readonly path: string; readonly summary: string; readonly ask: Q; readonly answer: A },
  handle: (hq: Headquarters, who: SignedIn, ask: Static<Q>) => Promise<Answer<Static<A> | Written>>,
): Route {
  const inQuery = deskRoute({ ...shape, method: 'GET', query: ask }, (hq, who, { query }) =>
    handle(hq, who, query),
  )
  const inBody = deskRoute({ ...shape, method: 'POST', body: ask }, (hq, who, { body }) =>
    handle(hq, who, body),
  )
  return {
    mount(app, hq) {
      inQuery.mount(app, hq)
      inBody.mount(app, hq)
    },
  }
}

/** The token of `authorization: Bearer …`. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{1,256})$/.exec(request.headers.authorization ?? '')?.[1]
}

function mount(
  app: FastifyInstance,
  { gate }: Headquarters,
  shape: Shape<TSchema, TSchema, TSchema>,
  handle: (request: FastifyRequest) => Promise<Answer<unknown>>,
  security: Record<string, string[]>[],
): void {
  app.route({
    method: shape.method,
    url: shape.path,
    schema: {
      summary: shape.summary,
      security,
      ...(shape.query === undefined ? {} : { querystring: shape.query }),
      ...(shape.body === undefined ? {} : { body: shape.body }),
      response: { 200: shape.answer, '4xx': Refused, '5xx': Refused },
    },
    onRequest: async (request, reply) => refuseWhenFull(gate, request, reply),
    handler: async (request, reply) => send(reply, await gate.pass(() => handle(request))),
  })
}

/** A body of JSON in a desk's packing grows about so much. */
const unpacked = 8

/** Before the body is read: what waits must not fill the memory. */
function refuseWhenFull(
  gate: Gate,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const sent = Number(headers['content-length'] ?? 0)
  const bytes = headers['content-encoding'] === undefined ? sent : sent * unpacked
  const problem = gate.enter(bytes)
  if (problem !== undefined) return sendProblem(reply, problem)
  finished(reply.raw, () => gate.leave(bytes))
  return undefined
}

function send(reply: FastifyReply, answer: Answer<unknown>): FastifyReply {
  if (!answer.ok) return sendProblem(reply, answer.problem)
  const told = answer.value instanceof Written ? answer.value.told : JSON.stringify(answer.value)
  return typeof told === 'string'
    ? reply.type('application/json; charset=utf-8').send(told)
    : reply.type(columnsType).send(told)
}

/** Fastify has checked query and body against the schemas that give them these types. */
function callOf<Q, B>(request: FastifyRequest): Call<Q, B> {
  return { query: request.query as Q, body: request.body as B }
}
