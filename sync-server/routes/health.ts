import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { Refused } from './problem.ts'

const State = (word: string) => Type.Object({ status: Type.Literal(word) })

export function mountHealth(app: FastifyInstance, hq: Headquarters): void {
  app.get(
    '/health',
    { schema: { summary: 'The process answers', response: { 200: State('live') } } },
    async (_request, reply) => reply.send({ status: 'live' }),
  )
  app.get(
    '/ready',
    {
      schema: {
        summary: 'The database answers and has this program’s tables',
        response: { 200: State('ready'), '5xx': Refused },
      },
    },
    async (_request, reply) => {
      await hq.readiness.ensure()
      await hq.database.query('select 1 as one')
      return reply.send({ status: 'ready' })
    },
  )
}
