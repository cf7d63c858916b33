import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Reference } from '#domain/reference/reference.ts'
import type { Role } from '#domain/staff/roles.ts'
import { globalPartition } from '#domain/sync/feed.ts'
import type { Write } from '#domain/sync/records.ts'
import type { Enrolment, Session } from '#domain/sync/session.ts'
import { buildApp } from '#sync-server/app.ts'
import { createDeviceCode } from '#sync-server/auth/device-codes.ts'
import { hashPassword } from '#sync-server/auth/passwords.ts'
import type { Clock } from '#sync-server/clock.ts'
import { systemClock } from '#sync-server/clock.ts'
import type { Gate } from '#sync-server/gate.ts'
import { readSettings, type Settings } from '#sync-server/settings.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { setCredential } from '#sync-server/storage/credentials.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import { testDatabase } from './test-database.ts'
import { deskOf, type Desk } from './wire-desk.ts'

export const password = 'rahasia-sekali'

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  advance(ms: number): void
}

export function testClock(start = Date.UTC(2026, 10, 23, 2)): TestClock {
  const state = { now: start }
  return {
    ...systemClock,
    now: () => state.now,
    advance(ms) {
      state.now += ms
    },
  }
}

export interface Answered<T> {
  readonly status: number
  readonly body: T
  readonly headers: Readonly<Record<string, unknown>>
}

export interface TestHeadquarters extends AsyncDisposable {
  readonly app: FastifyInstance
  readonly database: Database
  readonly clock: TestClock
  readonly settings: Settings
  ask<T>(options: InjectOptions, token?: string): Promise<Answered<T>>
  write(writes: readonly Write[], partition?: string): Promise<void>
  seedCentre(id: string, zone?: 'WIB' | 'WITA' | 'WIT'): Promise<void>
  seedStaff(id: string, role: Role, centreId: string, more?: Partial<Reference>): Promise<void>
  deviceCode(centreId: string, ttl?: number): Promise<string>
  enrol(centreId: string): Promise<Enrolment>
  signIn(enrolment: Enrolment, username: string): Promise<Session>
  /** A new device of the centre on which the person is signed in. */
  desk(centreId: string, username: string): Promise<Desk>
}

export interface TestOptions {
  /** See `test-database.ts`. */
  readonly url?: string | undefined
  readonly database?: Database
  readonly clock?: TestClock
  readonly settings?: Partial<Settings>
  readonly gate?: Gate
  readonly log?: { write(line: string): void }
}

/** A headquarters with an empty database of its own. Requests go in by a function call. */
export async function headquarters(options: TestOptions = {}): Promise<TestHeadquarters> {
  const clock = options.clock ?? testClock()
  const database = options.database ?? (await testDatabase(options.url))
  await prepareDatabase(database, clock)
  const settings: Settings = {
    ...readSettings({ LOKET_LOG: options.log === undefined ? 'silent' : 'info' }),
    ...options.settings,
  }
  const app = await buildApp({
    database,
    clock,
    settings,
    ...(options.gate === undefined ? {} : { gate: options.gate }),
    ...(options.log === undefined ? {} : { log: options.log }),
  })
  // Hashed once: argon2id is slow by design.
  const passwordHash = await hashPassword(password)

  async function ask<T>(request: InjectOptions, token?: string): Promise<Answered<T>> {
    const response = await app.inject({
      ...request,
      headers: {
        'x-loket-protocol': '1',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...request.headers,
      },
    })
    const isJson = response.headers['content-type']?.toString().startsWith('application/json') === true
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : response.body) as T,
      headers: response.headers,
    }
  }

  async function write(writes: readonly Write[], partition = globalPartition): Promise<void> {
    const placed = writes.map((each) => ({ ...each, partitions: [partition] }))
    await database.transaction((tx) =>
      commitWrites(tx, [{ placed }], { now: clock.now(), newCommitId: () => clock.newId() }),
    )
  }

  const hq: TestHeadquarters = {
    app,
    database,
    clock,
    settings,
    ask,
    write,
    async seedCentre(id, zone = 'WIB') {
      const record: Reference = {
        id: `centre:${id}`,
        rev: 0,
        kind: 'centre',
        code: id,
        name: `Gerai ${id}`,
        active: true,
        zone,
      }
      await write([{ collection: 'reference', record }])
    },
    async seedStaff(id, role, centreId, more = {}) {
      const name = `Petugas ${id}`
      const record: Reference = {
        id: `staff:${id}`,
        rev: 0,
        kind: 'staff',
        code: id,
        name,
        active: true,
        staffId: id,
        role,
        centreId,
        ...more,
      }
      await write([{ collection: 'reference', record }])
      await setCredential(database, { staffId: id, username: id, passwordHash })
    },
    async deviceCode(centreId, ttl = 3_600_000) {
      const code = await createDeviceCode(database, clock, { centreId, ttl })
      if (code === undefined) throw new Error(`no centre ${centreId}`)
      return code
    },
    async enrol(centreId) {
      const code = await hq.deviceCode(centreId)
      return (await ask<Enrolment>({ method: 'POST', url: '/v1/enrol', payload: { code, name: 'Loket 1' } }))
        .body
    },
    async signIn({ deviceId, deviceSecret }, username) {
      const payload = { deviceId, deviceSecret, username, password }
      return (await ask<Session>({ method: 'POST', url: '/v1/sign-in', payload })).body
    },
    async desk(centreId, username) {
      const enrolment = await hq.enrol(centreId)
      return deskOf(hq, enrolment, await hq.signIn(enrolment, username))
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await database.close()
    },
  }
  return hq
}
