import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { systemClock, type Clock } from './clock.ts'
import { gateOf, type Gate } from './gate.ts'
import type { Headquarters } from './headquarters.ts'
import { allowConsole } from './routes/cors.ts'
import { digestRoute } from './routes/digest.ts'
import { describeRoutes, mountDocument } from './routes/docs.ts'
import { enrolRoute } from './routes/enrol.ts'
import { answerFailures } from './routes/failures.ts'
import { feedRoute } from './routes/feed.ts'
import { mountHealth } from './routes/health.ts'
import { lastWordsRoute, standingRoute } from './routes/last-words.ts'
import { logRequests } from './routes/log-requests.ts'
import { operationsRoute, setAsideRoute } from './routes/operations.ts'
import { lookOf, mountPokes } from './routes/pokes.ts'
import { askProtocol } from './routes/protocol.ts'
import { ordersRoute } from './routes/orders.ts'
import { reportRoute, rolloutRoute } from './routes/report.ts'
import { refreshRoute, signInRoute } from './routes/sign-in.ts'
import { snapshotPartRoute, snapshotRoute } from './routes/snapshot.ts'
import { checkRequests } from './routes/validation.ts'
import { serveConsole } from './routes/web.ts'
import type { Settings } from './settings.ts'
import type { Database } from './storage/database.ts'
import { prepareDatabase } from './storage/open.ts'
import { pokesOf } from './sync/pokes.ts'
import { readinessOf } from './sync/readiness.ts'
import { writtenPages } from './sync/written-page.ts'

export interface AppOptions {
  readonly database: Database
  readonly settings: Settings
  readonly clock?: Clock
  readonly gate?: Gate
  /** Where log lines go; standard output without it. */
  readonly log?: { write(line: string): void }
}

const routes = [
  enrolRoute,
  signInRoute,
  refreshRoute,
  standingRoute,
  lastWordsRoute,
  operationsRoute,
  setAsideRoute,
  feedRoute,
  snapshotRoute,
  snapshotPartRoute,
  digestRoute,
  reportRoute,
  rolloutRoute,
  ordersRoute,
]

/** Headquarters as a Fastify instance, not yet listening. Closing it ends the streams but leaves the database open. */
export async function buildApp({
  database,
  settings,
  clock = systemClock,
  gate = gateOf(),
  log,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 1_048_576,
    logger: { level: settings.log, base: null, ...(log === undefined ? {} : { stream: log }) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => clock.newId(),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  })
  const hq: Headquarters = {
    database,
    settings,
    clock,
    log: app.log,
    pokes: pokesOf(lookOf(database, clock)),
    gate,
    pages: writtenPages(),
    readiness: readinessOf(() => prepareDatabase(database, clock)),
  }
  checkRequests(app)
  answerFailures(app)
  logRequests(app)
  allowConsole(app)
  askProtocol(app, settings)
  // Chromium takes zstd and brotli over TLS only; at this level zstd costs what gzip does, for a tenth fewer bytes.
  // `level` is for gzip, the parameter for zstd.
  const zlibOptions = { level: 6, params: { [constants.ZSTD_c_compressionLevel]: 6 } }
  await app.register(compress, {
    encodings: ['zstd', 'br', 'gzip'],
    requestEncodings: ['gzip'],
    threshold: 1024,
    zlibOptions,
  })
  await describeRoutes(app)
  await app.register(async (api) => {
    api.addHook('preHandler', () => hq.readiness.ensure())
    // RFC 7694: a desk packs what it sends only after it has heard this. And no answer is for anybody's cache.
    api.addHook('onRequest', async (_, reply) => {
      reply.headers({ 'accept-encoding': 'gzip', 'cache-control': 'no-store' })
    })
    for (const route of routes) route.mount(api, hq)
    mountPokes(api, hq)
  })
  mountHealth(app, hq)
  mountDocument(app)
  await serveConsole(app, settings.web)
  app.addHook('preClose', () => hq.pokes.close())
  return app
}
