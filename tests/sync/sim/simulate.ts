import type { Database } from '#sync-server/storage/database.ts'
import { checkEnd, checkWhole } from './checks.ts'
import type { Counts } from './counts.ts'
import { happen, restart } from './happen.ts'
import { workingTime, type Plan } from './plan.ts'
import { World } from './world.ts'

/** What came of one world. */
export interface Outcome {
  readonly faults: readonly string[]
  readonly story: readonly string[]
  readonly counts: Counts
  readonly saved: number
}

/** After the faults have ended, everybody agrees within this time, and nobody has to do anything for it. */
const calmTime = 60_000

export async function simulate(plan: Plan, database: Database): Promise<Outcome> {
  const world = await World.begin(plan, database)
  try {
    const begin = world.schedule.now
    for (const happening of plan.happenings) {
      await world.pass(begin + happening.at)
      await happen(world, happening)
      checkWhole(world)
    }
    await world.pass(begin + workingTime)
    await mend(world)
    await world.pass(world.schedule.now + calmTime)
    checkWhole(world)
    const faults = await checkEnd(world)
    const { story, counts, ledger } = world
    return { faults, story, counts, saved: ledger.saved.size }
  } finally {
    await world.end()
  }
}

/** All faults end: lines, disks and headquarters work, and somebody who may work sits at each desk. */
async function mend(world: World): Promise<void> {
  world.say('all faults end')
  world.hq.faults.mend()
  await world.hq.start()
  for (const desk of world.desks) {
    desk.line.mend()
    desk.life.mend()
  }
  // After an older backup headquarters does not know the sessions that began later.
  const isRestored = world.plan.happenings.some(({ what }) => what === 'restore')
  for (const desk of world.desks) {
    if (!desk.isUp) await world.until(restart(world, desk))
    if (desk.isRevoked) continue
    const isOut = desk.inside.sessions.person.value === undefined
    const mayNot = world.plan.happenings.some(
      (each) => each.what === 'role' && each.person === desk.sitting.id && !each.active,
    )
    const [, other] = desk.people
    if (mayNot && other !== undefined) await world.until(desk.signIn(other))
    else if (isOut || isRestored) await world.until(desk.signIn(desk.sitting))
  }
}
