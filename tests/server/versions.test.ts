import { expect, test } from 'vitest'
import { protocolVersion } from '#domain/sync/session.ts'
import { readSettings } from '#sync-server/settings.ts'
import { headquarters } from './headquarters.ts'

test('[V5] headquarters tells a console that is older than it serves, and each console which protocol it speaks itself', async () => {
  await using hq = await headquarters({ settings: { oldestProtocol: 2 } })
  const ask = (spoken: string) =>
    hq.ask({ method: 'GET', url: '/v1/digest', headers: { 'x-loket-protocol': spoken } })
  expect(await ask('1')).toMatchObject({ status: 426, body: { code: 'client_too_old' } })
  expect(await ask('2')).toMatchObject({ status: 401 })
  for (const answer of [await ask('1'), await ask('2'), await hq.ask({ method: 'GET', url: '/health' })])
    expect(answer.headers['x-loket-protocol']).toBe(String(protocolVersion))
  const seen = await hq.ask({ method: 'GET', url: '/v1/digest', headers: { origin: 'app://loket' } })
  expect(seen.headers['access-control-expose-headers']).toContain('x-loket-protocol')
})

test('[V1] by itself headquarters serves this protocol and the one before it; a setting ends the older one', () => {
  expect(readSettings({}).oldestProtocol).toBe(protocolVersion - 1)
  expect(readSettings({ LOKET_OLDEST_PROTOCOL: '2' }).oldestProtocol).toBe(2)
  for (const written of ['0', String(protocolVersion + 1), 'x'])
    expect(() => readSettings({ LOKET_OLDEST_PROTOCOL: written })).toThrow('LOKET_OLDEST_PROTOCOL')
})
