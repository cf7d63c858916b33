import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { partitionsOf } from '#domain/sync/feed.ts'
import type { Poke } from '#domain/sync/link.ts'
import { hashOf } from '#sync-server/auth/secrets.ts'
import { sessionOf } from '#sync-server/auth/session.ts'
import type { Clock } from '#sync-server/clock.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { headsOf } from '#sync-server/storage/partitions.ts'
import { lastingAmong } from '#sync-server/storage/sessions.ts'
import type { Listener, Look } from '#sync-server/sync/pokes.ts'
import { Refused, sendProblem } from './problem.ts'
import { bearerOf } from './route.ts'

const heartbeat = 15_000

/** Server-sent events: `event: poke` with a partition and its new place, as long as the session lasts. */
export function mountPokes(app: FastifyInstance, hq: Headquarters): void {
  app.route({
    method: 'GET',
    url: '/v1/pokes',
    schema: {
      summary: 'Server-sent events `poke` with {partition, seq}: there is something new',
      security: [{ accessToken: [] }],
      response: { '4xx': Refused, '5xx': Refused },
    },
    handler: async (request, reply) => {
      const token = bearerOf(request) ?? ''
      const opened = await hq.gate.pass(async () => {
        const session = await sessionOf(hq, token)
        if (!session.ok) return session
        const raw = openStream(reply)
        const partitions = partitionsOf(session.value.device)
        speak(hq, raw, { session: hashOf(token), partitions })
        // What happened between the desk's last page and this moment is in no later poke.
        const heads = await headsOf(hq.database, partitions).catch(() => ({}))
        for (const [partition, seq] of Object.entries<number>(heads))
          if (seq > 0) write(raw, { partition, seq })
        return { ok: true, value: undefined }
      })
      return opened.ok ? reply : sendProblem(reply, opened.problem)
    },
  })
}

function openStream(reply: FastifyReply): ServerResponse {
  reply.hijack()
  // What hooks have set, the CORS headers above all, would not be sent with a raw answer.
  const set = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  reply.raw.writeHead(200, {
    ...(Object.fromEntries(set) as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.write(': listening\n\n')
  return reply.raw
}

function speak(hq: Headquarters, raw: ServerResponse, who: Pick<Listener, 'session' | 'partitions'>): void {
  const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat)
  const stop = hq.pokes.listen({
    ...who,
    onPoke: (poke) => write(raw, poke),
    onEnd: () => raw.end(),
  })
  raw.on('close', () => {
    clearInterval(beat)
    stop()
  })
}

function write(raw: ServerResponse, poke: Poke): void {
  raw.write(`event: poke\ndata: ${JSON.stringify(poke)}\n\n`)
}

/** What the pokes ask the database for. */
export function lookOf(database: Database, { now }: Pick<Clock, 'now'>): Look {
  return {
    heads: (partitions) => headsOf(database, partitions),
    lasting: (sessions) => lastingAmong(database, sessions, now()),
  }
}
