import { Type } from 'typebox'
import { instant } from '#domain/fields.ts'
import { LastWords, LastWordsTaken } from '#domain/sync/last-words.ts'
import { StandingRequest } from '#domain/sync/session.ts'
import { checkDevice, checkEndedDevice } from '#sync-server/auth/device-check.ts'
import { takeLastWords } from '#sync-server/sync/take-last-words.ts'
import { openRoute } from './route.ts'

export const standingRoute = openRoute(
  {
    method: 'POST',
    path: '/v1/standing',
    summary: 'Whether a device still belongs, without a person',
    body: StandingRequest,
    answer: Type.Object({ at: instant() }),
  },
  async ({ database, clock }, { body }) => {
    const device = await checkDevice(database, body.deviceId, body.deviceSecret)
    return device.ok ? { ok: true, value: { at: clock.now() } } : device
  },
)

export const lastWordsRoute = openRoute(
  {
    method: 'POST',
    path: '/v1/last-words',
    summary: 'What a revoked device had not sent: kept for a person’s decision, never applied by itself',
    body: LastWords,
    answer: LastWordsTaken,
  },
  async (hq, { body }) => {
    const device = await checkEndedDevice(hq.database, body.deviceId, body.deviceSecret)
    return device.ok ? takeLastWords(hq, device.value, body.operations) : device
  },
)
