import type { FastifyInstance } from 'fastify'
import type { Reference } from '#domain/reference/reference.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { Write } from '#domain/sync/records.ts'
import { globalPartition } from '#domain/sync/feed.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { buildApp } from '#sync-server/app.ts'
import { createDeviceCode } from '#sync-server/auth/device-codes.ts'
import type { Clock } from '#sync-server/clock.ts'
import { readSettings } from '#sync-server/settings.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { setCredential } from '#sync-server/storage/credentials.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import { passwordHash } from './people.ts'
import { empty } from '#tests/server/empty.ts'
import { services } from '#tests/world/talk/services.ts'
import type { Activity } from './activity.ts'
import { backUp, restore, type Backup } from './backup.ts'
import { FaultyDatabase } from './faulty-database.ts'
import type { Reply } from './line.ts'
import type { Schedule } from './schedule.ts'

const worldBegins = Date.UTC(2026, 10, 23, 2)

export interface HeadquartersParts {
  readonly database: Database
  readonly schedule: Schedule
  readonly activity: Activity
  readonly random: () => number
}

/** The real sync server of a simulated world, with a life, a death and backups. */
export class SimHeadquarters {
  readonly database: Database
  readonly faults: FaultyDatabase
  readonly clock: Clock
  /** What headquarters complained of. */
  readonly log: string[] = []
  readonly #activity: Activity
  #app: FastifyInstance | undefined
  #backup: Backup | undefined
  #killed = false

  private constructor({ database, schedule, activity, random }: HeadquartersParts) {
    this.database = database
    this.#activity = activity
    this.faults = new FaultyDatabase(database, () => (this.#killed = true))
    const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
    const now = () => worldBegins + schedule.now
    this.clock = { now, newId: () => newIdFrom(now, bytes), random: bytes }
  }

  static async found(parts: HeadquartersParts): Promise<SimHeadquarters> {
    const hq = new SimHeadquarters(parts)
    await prepareDatabase(parts.database, hq.clock)
    await empty(parts.database)
    await prepareDatabase(parts.database, hq.clock)
    await hq.start()
    return hq
  }

  get isUp(): boolean {
    return this.#app !== undefined && !this.#killed
  }

  async start(): Promise<void> {
    this.#killed = false
    this.#app ??= await buildApp({
      database: this.faults,
      clock: this.clock,
      settings: readSettings({ LOKET_LOG: 'warn' }),
      log: { write: (line) => void this.log.push(line) },
    })
  }

  async kill(): Promise<void> {
    const app = this.#app
    this.#app = undefined
    this.#killed = true
    await app?.close()
  }

  /** One request over some line; throws when nobody answers, also when the kill fell inside of it. */
  ask(path: string, init: RequestInit): Promise<Reply> {
    return this.#activity.during(async () => {
      if (!this.isUp || this.#app === undefined) throw new Error('nobody listens')
      const response = await this.#app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url: path,
        headers: init.headers as Record<string, string>,
        ...(init.body === undefined || init.body === null ? {} : { payload: init.body as string }),
      })
      if (!this.isUp) throw new Error('killed in the middle')
      const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
      return {
        status: response.statusCode,
        headers: Object.fromEntries(headers),
        body: new Uint8Array(response.rawPayload),
      }
    })
  }

  async backUp(): Promise<void> {
    this.#backup = await backUp(this.database)
  }

  /** Headquarters goes back to its last backup; false when there is none. */
  async restore(): Promise<boolean> {
    if (this.#backup === undefined) return false
    await this.kill()
    await restore(this.database, this.#backup)
    await this.start()
    return true
  }

  async write(writes: readonly Write[], partition = globalPartition): Promise<void> {
    const placed = writes.map((each) => ({ ...each, partitions: [partition] }))
    await this.database.transaction((tx) =>
      commitWrites(tx, [{ placed }], { now: this.clock.now(), newCommitId: () => this.clock.newId() }),
    )
  }

  async addCentre(id: string): Promise<void> {
    const record: Reference = {
      id: `centre:${id}`,
      rev: 0,
      kind: 'centre',
      code: id,
      name: `Gerai ${id}`,
      active: true,
      zone: 'WITA',
    }
    await this.write([{ collection: 'reference', record }])
  }

  /** What visitors take numbers for. */
  addServices(): Promise<void> {
    return this.write(
      services.map(({ code, label, prefix }) => ({
        collection: 'reference',
        record: { id: `service:${code}`, rev: 0, kind: 'service', code, label, prefix, active: true },
      })),
    )
  }

  /** A person with a role; said again, the role or the activity changes. */
  async setPerson(id: string, role: Role, centreId: string, active = true): Promise<void> {
    const record: Reference = {
      id: `staff:${id}`,
      rev: 0,
      kind: 'staff',
      code: id,
      name: `Petugas ${id}`,
      active,
      staffId: id,
      role,
      centreId,
    }
    await this.write([{ collection: 'reference', record }])
    await setCredential(this.database, { staffId: id, username: id, passwordHash: await passwordHash() })
  }

  async deviceCode(centreId: string): Promise<string> {
    const code = await createDeviceCode(this.database, this.clock, { centreId, ttl: 3_600_000 })
    if (code === undefined) throw new Error(`no centre ${centreId}`)
    return code
  }
}
