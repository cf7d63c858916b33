import { boundedInstant } from '#domain/fields.ts'
import type { CommandName, Commands, Queries, QueryName } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'
import type { Surroundings } from '#renderer/data/machine.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import type { Activity } from './activity.ts'
import type { Counts } from './counts.ts'
import { Disk, type Engine } from './disk.ts'
import { diskFull, Life } from './life.ts'
import { SimLine, type Far } from './line.ts'
import { password, type SimPerson } from './people.ts'
import { realmOf, type Realm } from './realms.ts'
import type { Schedule } from './schedule.ts'
import type { Witness } from './witness.ts'

export interface DeskParts {
  readonly number: number
  readonly centreId: string
  readonly people: readonly SimPerson[]
  readonly engine: Engine
  readonly run: string
  readonly schedule: Schedule
  readonly activity: Activity
  readonly far: Far
  readonly random: () => number
  readonly counts: Counts
  readonly witness: Witness
}

const worldBegins = Date.UTC(2026, 10, 23, 2)
/** Commands that wait for the line, and so for the world's time. */
const usesLine: ReadonlySet<CommandName> = new Set([
  'enrol',
  'signIn',
  'publishRelease',
  'askRollout',
  'syncNow',
])

/** One PC of a simulated world: the real console without its screens, its disk, its clock, its line, and whoever sits there. */
export class SimDesk {
  readonly number: number
  readonly centreId: string
  readonly people: readonly SimPerson[]
  readonly line: SimLine
  readonly disk: Disk
  /** ms by which this PC's clock is wrong. */
  clockOff = 0
  life = new Life(() => undefined)
  /** Called when a kill falls. */
  onDeath: () => void = () => undefined
  /** Called when the console asks for a fresh start by itself: headquarters revoked it. */
  onStartAgain: () => void = () => undefined
  readonly witness: Witness
  /** Whoever signs in at the next start. */
  sitting: SimPerson
  readonly #parts: DeskParts
  readonly #realm: Realm
  #opened: Awaited<ReturnType<Realm['openDesk']>> | undefined
  #working = 0
  #onLine = 0

  private constructor(parts: DeskParts, realm: Realm) {
    const [first] = parts.people
    if (first === undefined) throw new Error('nobody works here')
    this.sitting = first
    this.number = parts.number
    this.centreId = parts.centreId
    this.people = parts.people
    this.witness = parts.witness
    this.#parts = parts
    this.#realm = realm
    this.disk = new Disk(realm, parts.engine, `sim-${parts.run}-${parts.number}`)
    this.line = new SimLine({ ...parts, life: () => this.life })
  }

  static async at(parts: DeskParts): Promise<SimDesk> {
    return new SimDesk(parts, await realmOf(parts.number))
  }

  get isUp(): boolean {
    return this.#opened !== undefined && !this.life.dead
  }

  get inside(): Desk {
    if (this.#opened === undefined) throw new Error('the desk is closed')
    return this.#opened.desk
  }

  /** Who this PC is, as its kept texts have it. */
  get deviceId(): string | undefined {
    const { deviceId } = JSON.parse(this.disk.texts.get('enrolment') ?? '{}') as { deviceId?: string }
    return deviceId
  }

  /** Headquarters revoked this PC: nobody works here any more. */
  get isRevoked(): boolean {
    return this.#opened !== undefined && this.#opened.desk.core.farewell.value !== undefined
  }

  /** Whether a command works here that does not wait for the line. */
  get isBusy(): boolean {
    return this.isUp && (this.#working > 0 || (this.#onLine > 0 && this.line.waiting === 0))
  }

  get isFree(): boolean {
    return this.isUp && this.#working === 0 && this.#onLine === 0
  }

  /** Starts the console on what its disk has; false when it was killed on the way. */
  async start(killAfter = Infinity): Promise<boolean> {
    const life = new Life(() => {
      this.line.cutAll()
      this.onDeath()
    })
    life.killAfter(killAfter)
    this.life = life
    this.#working = 0
    this.#onLine = 0
    const { activity, schedule, random } = this.#parts
    const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
    const now = () => boundedInstant(worldBegins + schedule.now + this.clockOff)
    const around: Surroundings = {
      now,
      random,
      newId: () => newIdFrom(now, bytes),
      after: (ms, call) =>
        schedule.after(ms, () => {
          if (!life.dead) call()
        }),
      passwordRounds: 1,
    }
    try {
      this.#opened = await this.#realm.openDesk({
        name: this.disk.database,
        storage: this.disk.storage(life, activity, this.witness),
        openLocal: () => this.disk.local(life, activity),
        link: this.line.link(),
        machine: this.disk.machine(life, activity, () => this.onStartAgain()),
        around,
        clientVersion: 'simulated',
      })
      return true
    } catch (fault) {
      if (!life.dead && !isOfTheDisk(fault)) throw fault
      life.kill()
      return false
    }
  }

  /** Ends the console, killed or not, and waits until nothing of it runs in this process. */
  async end(): Promise<void> {
    this.onDeath = () => undefined
    this.life.kill()
    const opened = this.#opened
    this.#opened = undefined
    await opened?.close().catch(() => undefined)
  }

  async run<N extends CommandName>(
    name: N,
    request: Parameters<Commands[N]>[0],
  ): Promise<ReturnType<Commands[N]> | 'failed'> {
    const { life } = this
    const waits = usesLine.has(name)
    if (waits) this.#onLine += 1
    else this.#working += 1
    try {
      const done = await this.#realm.doorOf(this.inside).run(name, request)
      return life.dead ? 'failed' : done
    } catch (fault) {
      if (life.dead || isOfTheDisk(fault)) return 'failed'
      throw fault
    } finally {
      if (life === this.life) {
        if (waits) this.#onLine -= 1
        else this.#working -= 1
      }
    }
  }

  /** The first answer to a question. */
  async ask<N extends QueryName>(name: N, ...args: Parameters<Queries[N]>): Promise<ReturnType<Queries[N]>> {
    const door = this.#realm.doorOf(this.inside)
    this.#working += 1
    const { life } = this
    try {
      return await new Promise((resolve) => {
        const watch = { stop: () => {} }
        const answered = (answer: ReturnType<Queries[N]>) => {
          queueMicrotask(() => watch.stop())
          resolve(answer)
        }
        watch.stop = door.watch(name, args, answered)
      })
    } finally {
      if (life === this.life) this.#working -= 1
    }
  }

  async signIn(person: SimPerson): Promise<boolean> {
    const done = await this.run('signIn', { username: person.id, password })
    const isIn = done !== 'failed' && done.ok
    // Whoever is refused leaves the chair to whoever sits there.
    if (isIn) this.sitting = person
    return isIn
  }
}

/** A full disk refuses in the middle of anything; every other fault is a bug. */
function isOfTheDisk(fault: unknown): boolean {
  return fault instanceof Error && fault.message.includes(diskFull)
}
