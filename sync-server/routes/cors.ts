import type { FastifyInstance } from 'fastify'

/** The only foreign page that may ask: the console in Electron. */
const consoleOrigin = 'app://loket'

export function allowConsole(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isOpenToConsole(request.url)) return undefined
    void reply.header('vary', 'origin')
    if (request.headers.origin !== consoleOrigin) return undefined
    void reply.header('access-control-allow-origin', consoleOrigin)
    void reply.header('access-control-expose-headers', 'retry-after, accept-encoding, x-loket-protocol')
    if (request.method !== 'OPTIONS') return undefined
    void reply.header('access-control-allow-methods', 'GET, POST')
    void reply.header(
      'access-control-allow-headers',
      'authorization, content-type, content-encoding, x-loket-protocol',
    )
    void reply.header('access-control-max-age', '7200')
    return reply.code(204).send()
  })
}

function isOpenToConsole(url: string): boolean {
  return url.startsWith('/v1/') || url === '/health' || url.startsWith('/health?')
}
