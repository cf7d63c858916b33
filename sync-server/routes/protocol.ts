import type { FastifyInstance } from 'fastify'
import { protocolHeader, protocolVersion } from '#domain/sync/session.ts'
import type { Settings } from '#sync-server/settings.ts'
import { sendProblem } from './problem.ts'

/**
 * Every request of a desk says which protocol it speaks; one that is too old is told so and keeps its work. Every
 * answer says which one headquarters speaks: a desk that is newer keeps what headquarters cannot know yet. [V5][V6]
 */
export function askProtocol(
  app: FastifyInstance,
  { oldestProtocol }: Pick<Settings, 'oldestProtocol'>,
): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header(protocolHeader, String(protocolVersion))
    if (!request.url.startsWith('/v1/')) return undefined
    const said = request.headers[protocolHeader]
    if (typeof said !== 'string' || !/^\d{1,3}$/.test(said))
      return sendProblem(reply, { code: 'bad_request', detail: protocolHeader })
    if (Number(said) < oldestProtocol) return sendProblem(reply, { code: 'client_too_old' })
    return undefined
  })
}
