import { setDeviceStatus } from '#sync-server/storage/devices.ts'
import { work } from './agent.ts'
import type { SimDesk } from './desk.ts'
import { moneyWork } from './money-agent.ts'
import { queueWork } from './queue-agent.ts'
import { tell, type Happening } from './plan.ts'
import type { World } from './world.ts'

type Of<W extends Happening['what']> = Extract<Happening, { what: W }>

/** Lets one thing of the plan happen. What takes time goes on by itself. */
export async function happen(world: World, happening: Happening): Promise<void> {
  const isWork = ['work', 'queue', 'money'].includes(happening.what)
  if (!isWork) world.say(tell(happening).slice(8))
  world.counts.add(isWork ? 'work' : `fault: ${happening.what}`)
  switch (happening.what) {
    case 'work':
      return atWork(world, happening, work)
    case 'queue':
      return atWork(world, happening, queueWork)
    case 'money':
      return atWork(world, happening, moneyWork)
    case 'line':
      return line(world, happening)
    case 'kill':
      return killDesk(world, happening)
    case 'disk full':
      return deskOf(world, happening).life.failAfter(happening.writes, happening.times)
    case 'lose database':
      return loseDatabase(world, deskOf(world, happening))
    case 'clock':
      deskOf(world, happening).clockOff += happening.by
      return
    case 'kill headquarters':
      return killHeadquarters(world, happening)
    case 'stumble':
      return world.hq.faults.arm(happening.fault, happening.statements, happening.times)
    case 'back up':
      return world.hq.backUp()
    case 'restore':
      return void world.hq.restore()
    case 'role':
      return world.hq.setPerson(happening.person, happening.role, happening.centreId, happening.active)
    case 'revoke':
      return revoke(world, happening)
    case 'move':
      return void world.move(happening.dice).catch(() => undefined)
    case 'publish':
      return void world.publish(happening.version).catch(() => undefined)
  }
}

function deskOf(world: World, { desk }: { readonly desk: number }): SimDesk {
  const found = world.desks[desk]
  if (found === undefined) throw new Error(`no desk ${desk}`)
  return found
}

function atWork(
  world: World,
  { desk: number, seed }: Of<'work' | 'queue' | 'money'>,
  does: typeof work,
): void {
  const desk = deskOf(world, { desk: number })
  if (!desk.isFree || desk.inside.sessions.person.value === undefined) return
  const who = desk.sitting.id
  const doing = does(desk, world.ledger, seed)
  doing.then(
    (outcome) => world.say(`desk ${number}: ${who}: ${outcome}`),
    (fault: unknown) => {
      if (desk.isUp)
        world.ledger.fail(
          `desk ${number}: ${who} met ${String(fault)} ${fault instanceof Error ? (fault.stack ?? '') : ''}`,
        )
    },
  )
}

function line(world: World, { desk, mode, lasts }: Of<'line'>): void {
  const { line } = deskOf(world, { desk })
  line.mode = mode
  world.schedule.after(lasts, () => {
    if (line.mode === mode) line.mode = 'fine'
  })
}

function killDesk(world: World, { desk: number, effects, atStart, away }: Of<'kill'>): void {
  const desk = deskOf(world, { desk: number })
  if (!desk.isUp) return
  desk.onDeath = () => {
    world.counts.add('desk killed')
    world.say(`desk ${number}: dies`)
    world.schedule.after(away, () => void restart(world, desk, atStart === 0 ? Infinity : atStart))
  }
  desk.life.killAfter(effects)
}

/** Ends a desk, if it has not ended by itself, and starts it as often as it takes until somebody works there again. */
export async function restart(world: World, desk: SimDesk, killAfter = Infinity): Promise<void> {
  await world.activity.during(() => desk.end())
  // What `eraseStores` deletes of a real disk is deleted of this one too.
  if (desk.disk.isPacked) {
    desk.disk.loseDatabase()
    desk.witness.forget()
  }
  const isUp = await world.activity.during(() => desk.start(killAfter))
  if (!isUp) {
    world.say(`desk ${desk.number}: dies at its start`)
    return restart(world, desk)
  }
  // A kill that was meant for the start but came later.
  desk.onDeath = () => void world.schedule.after(1000, () => void restart(world, desk))
  desk.onStartAgain = () => void world.schedule.after(10, () => void restart(world, desk))
  for (let tries = 0; tries < 40 && desk.isUp && !desk.isRevoked; tries++) {
    for (const person of [desk.sitting, ...desk.people]) if (await desk.signIn(person)) return
    await world.schedule.sleep(60_000)
  }
}

async function loseDatabase(world: World, desk: SimDesk): Promise<void> {
  await world.activity.during(() => desk.end())
  desk.disk.loseDatabase()
  desk.witness.forget()
  void restart(world, desk)
}

/** Headquarters revokes a PC; it learns of it at its next contact. */
async function revoke(world: World, { desk: number }: Of<'revoke'>): Promise<void> {
  const desk = deskOf(world, { desk: number })
  desk.onStartAgain = () => void world.schedule.after(10, () => void restart(world, desk))
  const deviceId = desk.deviceId
  if (deviceId !== undefined) await setDeviceStatus(world.hq.database, deviceId, 'revoked')
}

function killHeadquarters(world: World, { statements, away }: Of<'kill headquarters'>): void {
  world.hq.faults.arm('killed', statements, 1)
  world.schedule.after(away, async () => {
    world.hq.faults.mend()
    if (world.hq.isUp) return
    world.counts.add('headquarters killed')
    await world.hq.kill()
    await world.hq.start()
  })
}
