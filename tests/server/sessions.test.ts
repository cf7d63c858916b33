import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolment, Session } from '#domain/sync/session.ts'
import { createDeviceCode } from '#sync-server/auth/device-codes.ts'
import { setDeviceStatus } from '#sync-server/storage/devices.ts'
import { engines } from './engines.ts'
import { headquarters, password, type TestHeadquarters } from './headquarters.ts'
import { deskOf } from './wire-desk.ts'

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  beforeAll(async () => {
    hq = await headquarters({ url: await engine.url() })
    for (const centre of ['KDI', 'MKS', 'K.2']) await hq.seedCentre(centre, 'WITA')
    await hq.seedStaff('ani', 'branch', 'KDI')
    await hq.seedStaff('rina', 'supervisor', 'MKS')
    await hq.seedStaff('adi', 'admin', 'MKS')
    await hq.seedStaff('lama', 'branch', 'KDI', { active: false })
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const enrolWith = (code: string) =>
    hq.ask<Enrolment>({ method: 'POST', url: '/v1/enrol', payload: { code, name: 'Loket 1' } })
  const signIn = ({ deviceId, deviceSecret }: Enrolment, username: string, words = password) =>
    hq.ask<Session>({
      method: 'POST',
      url: '/v1/sign-in',
      payload: { deviceId, deviceSecret, username, password: words },
    })
  const refresh = ({ deviceId, deviceSecret }: Enrolment, refreshToken: string) =>
    hq.ask<Session>({ method: 'POST', url: '/v1/refresh', payload: { deviceId, deviceSecret, refreshToken } })

  describe('enrolment', () => {
    test('[S1] a device code enrols one device, with the centre’s next label and the keys that a desk needs', async () => {
      const code = await hq.deviceCode('KDI')
      expect(code).toMatch(/^KDI-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      const { status, body } = await enrolWith(code)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        label: 'KDI1',
        lastSeq: 0,
        centre: { id: 'KDI', name: 'Gerai KDI', zone: 'WITA' },
      })
      expect([body.releaseKey, body.nikKey]).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ])
      expect((await hq.enrol('KDI')).label).toBe('KDI2')
      expect((await hq.enrol('MKS')).label).toBe('MKS1')
    })

    test('[S1] however a person types the code, it is the same', async () => {
      const code = await hq.deviceCode('KDI')
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
      expect((await enrolWith(typed)).status).toBe(200)
    })

    test('[S1] a used, an expired and an unknown code get the same answer', async () => {
      const used = await hq.deviceCode('KDI')
      await enrolWith(used)
      const expired = await hq.deviceCode('KDI', 1_000)
      hq.clock.advance(1_001)
      const answers = [await enrolWith(used), await enrolWith(expired), await enrolWith('KDI-0000-0000')]
      for (const { status, body } of answers)
        expect({ status, body }).toEqual({ status: 403, body: { code: 'enrolment_code_invalid' } })
    })

    test('[S1] one code used by two PCs at once enrols one', async () => {
      const code = await hq.deviceCode('KDI')
      const statuses = (await Promise.all([enrolWith(code), enrolWith(code)])).map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set([200, 403]))
    })

    test('[S1] a label holds letters and digits only, and two centres never share one', async () => {
      expect((await hq.enrol('K.2')).label).toBe('K21')
      await hq.seedCentre('K')
      for (let n = 1; n < 21; n++) await hq.enrol('K')
      expect((await hq.enrol('K')).label).toBe('K22')
    })

    test('[S1] there is no code for a centre that does not exist', async () => {
      expect(await createDeviceCode(hq.database, hq.clock, { centreId: 'XXX', ttl: 1 })).toBeUndefined()
    })
  })

  describe('sign-in', () => {
    test('[S2] the right password opens a session of that person on that device', async () => {
      const enrolment = await hq.enrol('KDI')
      const { body } = await signIn(enrolment, 'Ani')
      expect(body.person).toEqual({
        id: 'ani',
        username: 'ani',
        name: 'Petugas ani',
        role: 'branch',
        centreId: 'KDI',
      })
      expect((await deskOf(hq, enrolment, body).get('/v1/digest')).status).toBe(200)
    })

    test('[S2] a wrong password, an unknown name, a foreign centre and somebody who left get the same answer', async () => {
      const enrolment = await hq.enrol('KDI')
      const answers = [
        await signIn(enrolment, 'ani', 'salah'),
        await signIn(enrolment, 'siapa'),
        await signIn(enrolment, 'rina'),
        await signIn(enrolment, 'lama'),
      ]
      for (const { status, body } of answers)
        expect({ status, body }).toEqual({ status: 401, body: { code: 'sign_in_failed' } })
      expect((await signIn(enrolment, 'adi')).status).toBe(200)
    })

    test('[S2] an unknown name takes as much work as a wrong password', async () => {
      const enrolment = await hq.enrol('KDI')
      const timed = async (username: string) => {
        const before = performance.now()
        await signIn(enrolment, username, 'salah')
        return performance.now() - before
      }
      const known = [await timed('ani'), await timed('ani'), await timed('ani')]
      const unknown = [await timed('x1'), await timed('x2'), await timed('x3')]
      expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
    })

    test('[S3] after five wrong tries of a name on a device the next has to wait, longer each time, also the right one', async () => {
      const enrolment = await hq.enrol('KDI')
      for (let n = 0; n < 5; n++) expect((await signIn(enrolment, 'ani', 'salah')).status).toBe(401)
      const slow = await signIn(enrolment, 'ani')
      expect(slow).toMatchObject({
        status: 429,
        body: { code: 'sign_in_slow_down' },
        headers: { 'retry-after': '15' },
      })
      expect((await signIn(enrolment, 'siapa')).status).toBe(401)
      expect((await signIn(await hq.enrol('KDI'), 'ani')).status).toBe(200)
      hq.clock.advance(15_000)
      expect((await signIn(enrolment, 'ani', 'salah')).status).toBe(401)
      expect((await signIn(enrolment, 'ani')).headers['retry-after']).toBe('30')
      hq.clock.advance(30_000)
      expect((await signIn(enrolment, 'ani')).status).toBe(200)
      expect((await signIn(enrolment, 'ani', 'salah')).status).toBe(401)
    })

    test('[S3] a burst of tries gets no more than a queue of them', async () => {
      const enrolment = await hq.enrol('KDI')
      const burst = await Promise.all(Array.from({ length: 12 }, () => signIn(enrolment, 'ani', 'salah')))
      expect(burst.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6)
    })

    test('[S2] a device without its secret is unknown', async () => {
      const enrolment = await hq.enrol('KDI')
      expect(await signIn({ ...enrolment, deviceSecret: 'x' }, 'ani')).toMatchObject({
        status: 401,
        body: { code: 'device_unknown' },
      })
      expect(await signIn({ ...enrolment, deviceId: 'x' }, 'ani')).toMatchObject({
        status: 401,
        body: { code: 'device_unknown' },
      })
    })

    test('[S5] a revoked device is told so at sign-in and refresh', async () => {
      const enrolment = await hq.enrol('KDI')
      const { body } = await signIn(enrolment, 'ani')
      await setDeviceStatus(hq.database, enrolment.deviceId, 'lost')
      const revoked = { status: 403, body: { code: 'device_revoked' } }
      expect(await signIn(enrolment, 'ani')).toMatchObject(revoked)
      expect(await refresh(enrolment, body.refreshToken)).toMatchObject(revoked)
    })
  })

  describe('refresh', () => {
    const opened = async () => {
      const enrolment = await hq.enrol('KDI')
      return { enrolment, session: (await signIn(enrolment, 'ani')).body }
    }
    const ended = { status: 401, body: { code: 'session_expired' } }

    test('[S4] an access token ends after its time and a refresh gives another', async () => {
      const { enrolment, session } = await opened()
      hq.clock.advance(hq.settings.accessMs)
      expect(await deskOf(hq, enrolment, session).get('/v1/digest')).toMatchObject(ended)
      const next = (await refresh(enrolment, session.refreshToken)).body
      expect((await deskOf(hq, enrolment, next).get('/v1/digest')).status).toBe(200)
    })

    test('[S4] a desk that never got the answer refreshes with the old token again', async () => {
      const { enrolment, session } = await opened()
      await refresh(enrolment, session.refreshToken)
      const second = await refresh(enrolment, session.refreshToken)
      expect(second.status).toBe(200)
      expect((await refresh(enrolment, second.body.refreshToken)).status).toBe(200)
    })

    test('[S4] an old token after its successor was used ends every session of that person on that device', async () => {
      const { enrolment, session } = await opened()
      const next = (await refresh(enrolment, session.refreshToken)).body
      const last = (await refresh(enrolment, next.refreshToken)).body
      expect(await refresh(enrolment, session.refreshToken)).toMatchObject(ended)
      expect(await refresh(enrolment, last.refreshToken)).toMatchObject(ended)
      expect(await deskOf(hq, enrolment, last).get('/v1/digest')).toMatchObject(ended)
    })

    test('[S4] the old token’s grace is an hour', async () => {
      const { enrolment, session } = await opened()
      await refresh(enrolment, session.refreshToken)
      hq.clock.advance(3_600_001)
      expect(await refresh(enrolment, session.refreshToken)).toMatchObject(ended)
    })

    test('[S4] a refresh token works on its own device only, and for 30 days', async () => {
      const { enrolment, session } = await opened()
      expect(await refresh(await hq.enrol('KDI'), session.refreshToken)).toMatchObject(ended)
      hq.clock.advance(30 * 86_400_000)
      expect(await refresh(enrolment, session.refreshToken)).toMatchObject(ended)
    })

    test('[S4] somebody who left gets no new token and the present one ends at once', async () => {
      await hq.seedStaff('tono', 'branch', 'KDI')
      const enrolment = await hq.enrol('KDI')
      const session = (await signIn(enrolment, 'tono')).body
      await hq.seedStaff('tono', 'branch', 'KDI', { active: false })
      expect(await deskOf(hq, enrolment, session).get('/v1/digest')).toMatchObject(ended)
      expect(await refresh(enrolment, session.refreshToken)).toMatchObject(ended)
    })

    test('[S4] no secret and no token stands in the database as it is', async () => {
      const { enrolment, session } = await opened()
      const rows = await hq.database.query<{ text: string }>(
        `select d::text as text from device d union all select a::text from access_token a union all select r::text from refresh_token r`,
      )
      const all = rows.map(({ text }) => text).join('\n')
      for (const secret of [enrolment.deviceSecret, session.accessToken, session.refreshToken])
        expect(all).not.toContain(secret)
    })
  })
})
