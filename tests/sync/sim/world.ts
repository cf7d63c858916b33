import type { Operation } from '#domain/sync/operation.ts'
import { partitionsOf } from '#domain/sync/feed.ts'
import { stepOf } from '#domain/steps.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { moveCustomer } from '#sync-server/sync/move-customer.ts'
import { seeded } from '#tests/sync/seeded.ts'
import { Activity } from './activity.ts'
import { Counts } from './counts.ts'
import { SimDesk } from './desk.ts'
import { SimHeadquarters } from './headquarters.ts'
import { Ledger } from './ledger.ts'
import { desks, password } from './people.ts'
import type { Plan } from './plan.ts'
import { Schedule } from './schedule.ts'
import { Witness } from './witness.ts'

/** A headquarters and the desks of two centres in one process and one simulated time. */
export class World {
  readonly schedule = new Schedule()
  readonly activity = new Activity()
  readonly ledger = new Ledger()
  readonly counts = new Counts()
  readonly story: string[] = []
  readonly desks: SimDesk[] = []
  readonly hq: SimHeadquarters
  readonly plan: Plan

  private constructor(plan: Plan, hq: SimHeadquarters, schedule: Schedule, activity: Activity) {
    this.plan = plan
    this.hq = hq
    this.schedule = schedule
    this.activity = activity
  }

  static async begin(plan: Plan, database: Database): Promise<World> {
    const [schedule, activity] = [new Schedule(), new Activity()]
    activity.countCrypto()
    const random = seeded(plan.seed * 7919)
    const hq = await SimHeadquarters.found({ database, schedule, activity, random })
    const world = new World(plan, hq, schedule, activity)
    for (const centreId of new Set(desks.map((desk) => desk.centreId))) await hq.addCentre(centreId)
    await hq.addServices()
    for (const { people } of desks)
      for (const { id, role, centreId } of people) await hq.setPerson(id, role, centreId)
    for (const [number, place] of desks.entries()) await world.#setUp(number, place)
    return world
  }

  say(what: string): void {
    this.story.push(`${(this.schedule.now / 1000).toFixed(1).padStart(6)} s  ${what}`)
  }

  /** Lets time pass until `flow` is over. */
  async until<T>(flow: Promise<T>): Promise<T> {
    const state = { done: false }
    const over = () => void (state.done = true)
    flow.then(over, over)
    for (;;) {
      await this.#quiet()
      if (state.done) return flow
      await this.schedule.step(Infinity)
    }
  }

  /** Lets time pass to an instant. */
  async pass(until: number): Promise<void> {
    do await this.#quiet()
    while (await this.schedule.step(until))
    await this.#quiet()
  }

  async end(): Promise<void> {
    for (const desk of this.desks) {
      await desk.end()
      desk.disk.forget()
    }
    await this.hq.kill()
  }

  async #quiet(): Promise<void> {
    await this.activity.quiet(() => this.desks.some((desk) => desk.isBusy))
    for (const desk of this.desks) desk.life.soon()
  }

  async #setUp(number: number, { centreId, people }: (typeof desks)[number]): Promise<void> {
    const random = seeded(this.plan.seed * 104_729 + number)
    const { schedule, activity, counts } = this
    const desk = await SimDesk.at({
      number,
      centreId,
      people,
      engine: this.plan.engine,
      run: `${this.plan.seed}-${runs.count++}`,
      schedule,
      activity,
      counts,
      random,
      far: (path, init) => this.#headquarters(path, init),
      witness: new Witness(this.ledger, number),
    })
    this.desks.push(desk)
    await activity.during(() => desk.start())
    const code = await this.hq.deviceCode(centreId)
    await this.until(desk.run('enrol', { code, name: `Loket ${number}` }))
    const [first] = people
    if (first === undefined || !(await this.until(desk.signIn(first))))
      throw new Error('the first sign-in failed')
  }

  /** A request reaches headquarters; when it changed something, everybody who listens hears of it. */
  async #headquarters(path: string, init: RequestInit) {
    const reply = await this.hq.ask(path, init)
    if (this.plan.pokes && path === '/v1/operations') this.#poke(reply.body)
    return reply
  }

  #poke(body: Uint8Array<ArrayBuffer>): void {
    const { results } = JSON.parse(new TextDecoder().decode(body)) as {
      results?: { seqs: Record<string, number> }[]
    }
    const places = new Map(results?.flatMap(({ seqs }) => Object.entries(seqs)))
    for (const desk of this.desks) {
      if (!desk.isUp) continue
      const id = desk.inside.core.enrolment.value?.deviceId ?? ''
      for (const partition of partitionsOf({ id, centreId: desk.centreId })) {
        const seq = places.get(partition)
        if (seq !== undefined) desk.line.poke({ partition, seq })
      }
    }
  }

  /** Headquarters moves one of its customers to the other centre. */
  async move(dice: number): Promise<void> {
    const { database, clock } = this.hq
    const customers = await database.query<{ id: string; centre: string }>(
      `select id, body ->> 'homeCentreId' as centre from document where collection = 'customers' order by id`,
    )
    const customer = customers[dice % Math.max(1, customers.length)]
    const toCentreId = desks.map(({ centreId }) => centreId).find((id) => id !== customer?.centre)
    if (customer === undefined || toCentreId === undefined) return
    const problem = await this.activity.during(() =>
      moveCustomer(database, clock, { customerId: customer.id, toCentreId }),
    )
    this.say(`headquarters moves ${customer.id} to ${toCentreId}: ${problem ?? 'done'}`)
  }

  /** An admin publishes at headquarters' own desk. */
  async publish(version: string): Promise<void> {
    const post = (path: string, body: unknown, token?: string) =>
      this.hq.ask(path, {
        method: 'POST',
        headers: {
          'x-loket-protocol': '1',
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      })
    const read = <T>({ body }: { readonly body: Uint8Array<ArrayBuffer> }) =>
      JSON.parse(new TextDecoder().decode(body)) as T
    await this.hq.addCentre('HQ')
    await this.hq.setPerson('ratna', 'admin', 'HQ')
    const code = await this.hq.deviceCode('HQ')
    const { deviceId, deviceSecret } = read<{ deviceId: string; deviceSecret: string }>(
      await post('/v1/enrol', { code, name: 'Pusat' }),
    )
    const { accessToken } = read<{ accessToken: string }>(
      await post('/v1/sign-in', { deviceId, deviceSecret, username: 'ratna', password }),
    )
    const operation: Operation = {
      opId: this.hq.clock.newId(),
      deviceId,
      deviceSeq: 1,
      actorId: 'ratna',
      centreId: 'HQ',
      capturedAt: this.hq.clock.now(),
      steps: [
        stepOf('publishRelease', {
          version,
          effectiveFrom: '2026-11-01T00:00',
          notes: 'Uji',
          offerings: [offering],
        }),
      ],
    }
    this.ledger.begun.add(operation.opId)
    await post('/v1/operations', { protocol: 1, operations: [operation] }, accessToken)
  }
}

const runs = { count: 0 }

const offering = {
  code: 'XTRA-UJI',
  name: { id: 'Xtra Uji 10 GB', en: 'Xtra Test 10 GB' },
  description: { id: 'Kuota 10 GB selama 30 hari', en: '10 GB of data for 30 days' },
  line: 'mobile',
  paymentType: 'prepaid',
  chargeType: 'recurring',
  chargeBasis: 'volume',
  amount: 55_000,
  unit: 'GB',
  period: 'month',
} as const
