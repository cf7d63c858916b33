import { Digest, partitionsOf } from '#domain/sync/feed.ts'
import { digestOf } from '#sync-server/sync/digest.ts'
import { deskRoute } from './route.ts'

export const digestRoute = deskRoute(
  { method: 'GET', path: '/v1/digest', summary: 'What a device should hold', answer: Digest },
  async ({ database }, { device }) => ({ ok: true, value: await digestOf(database, partitionsOf(device)) }),
)
