import type { FastifyInstance } from 'fastify'
import { oldestProtocol } from '#domain/sync/session.ts'
import { sendProblem } from './problem.ts'

/** Every request of a desk says which protocol it speaks; one that is too old is told so and keeps its work. */
export function askProtocol(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return undefined
    const said = request.headers['x-loket-protocol']
    if (typeof said !== 'string' || !/^\d{1,3}$/.test(said))
      return sendProblem(reply, { code: 'bad_request', detail: 'x-loket-protocol' })
    if (Number(said) < oldestProtocol) return sendProblem(reply, { code: 'client_too_old' })
    return undefined
  })
}
