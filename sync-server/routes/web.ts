import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The console as a web page, where its build is there; every path that is no file is the page itself. */
export async function serveConsole(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'not_found' }))
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      void response.header('content-security-policy', policy)
      void response.header('x-content-type-options', 'nosniff')
      void response.header('referrer-policy', 'no-referrer')
      // Files in assets/ have their content's hash in the name.
      const lasting = /[\\/]assets[\\/]/.test(path)
      void response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? page(reply) : sendProblem(reply, { code: 'not_found' }),
  )
}

function isPage({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !url.startsWith('/v1/') && !/\.\w+(\?|$)/.test(url)
}

function page(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html')
}
