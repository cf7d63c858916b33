import { Type } from 'typebox'
import { CentreRollout, DeskReport, ReportAnswer } from '#domain/sync/session.ts'
import { courierKeys } from '#sync-server/courier/keys.ts'
import { takeCourierKeys } from '#sync-server/storage/courier-keys.ts'
import { keysOf } from '#sync-server/storage/meta.ts'
import { storeReport } from '#sync-server/storage/devices.ts'
import { rollout } from '#sync-server/sync/rollout.ts'
import { deskRoute } from './route.ts'

export const reportRoute = deskRoute(
  {
    method: 'POST',
    path: '/v1/report',
    summary: 'What a desk says of itself',
    body: DeskReport,
    answer: ReportAnswer,
  },
  async ({ database, clock }, { device }, { body }) => {
    const at = clock.now()
    const { courier, ...report } = body
    await storeReport(database, device.id, report, at)
    const holds = courier !== undefined && (await takeCourierKeys(database, device.id, courier))
    return { ok: true, value: holds ? { at, courier: courierKeys(await keysOf(database)) } : { at } }
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
