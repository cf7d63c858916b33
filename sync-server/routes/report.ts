import { Type } from 'typebox'
import { instant } from '#domain/fields.ts'
import { CentreRollout, DeskReport } from '#domain/sync/session.ts'
import { storeReport } from '#sync-server/storage/devices.ts'
import { rollout } from '#sync-server/sync/rollout.ts'
import { deskRoute } from './route.ts'

export const reportRoute = deskRoute(
  {
    method: 'POST',
    path: '/v1/report',
    summary: 'What a desk says of itself',
    body: DeskReport,
    answer: Type.Object({ at: instant() }),
  },
  async ({ database, clock }, { device }, { body }) => {
    const at = clock.now()
    await storeReport(database, device.id, body, at)
    return { ok: true, value: { at } }
  },
)

export const rolloutRoute = deskRoute(
  {
    method: 'GET',
    path: '/v1/rollout',
    summary: 'Which centre sells by which release; for admins',
    answer: Type.Array(CentreRollout),
  },
  async ({ database }, { staff }) =>
    staff.role === 'admin'
      ? { ok: true, value: await rollout(database) }
      : { ok: false, problem: { code: 'not_permitted' } },
)
