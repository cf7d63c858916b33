// One process of the simulator: takes plans from its parent, one after the other, and tells what came of each.
import 'fake-indexeddb/auto'
import { openDatabaseFor, type EngineName } from './engine.ts'
import { Killed } from './life.ts'
import type { Plan } from './plan.ts'
import { shrink } from './shrink.ts'
import { simulate, type Outcome } from './simulate.ts'

export interface Task {
  readonly plan: Plan
  /** Whether a failing plan is made small. */
  readonly shrinks: boolean
}
export interface Told {
  readonly seed: number
  readonly faults: readonly string[]
  readonly story: readonly string[]
  readonly counts: readonly (readonly [what: string, times: number])[]
  readonly saved: number
  readonly smallest?: Plan
}

// What a killed console was at when the kill came ends nowhere; everything else that nobody waited for is a bug.
const strayed: string[] = []
process.on('unhandledRejection', (fault) => {
  if (!(fault instanceof Error && fault.name === Killed.name))
    strayed.push(`nobody waited for ${fault instanceof Error ? fault.stack : String(fault)}`)
})
// RxDB's free storage praises the paid ones on the console.
console.warn = () => undefined

const engine = await openDatabaseFor((process.argv[2] ?? 'pglite') as EngineName)
const queue = { tail: Promise.resolve() }
process.on('message', (task: Task) => {
  queue.tail = queue.tail.then(async () => void process.send?.(await told(task)))
})
process.on('disconnect', () => void engine.close().then(() => process.exit(0)))
process.send?.('ready')

async function play(plan: Plan): Promise<Outcome> {
  const outcome = await simulate(plan, engine.database)
  return { ...outcome, faults: [...outcome.faults, ...strayed.splice(0)] }
}

async function told({ plan, shrinks }: Task): Promise<Told> {
  const { faults, story, counts, saved } = await play(plan)
  const result = { seed: plan.seed, faults, story, counts: counts.entries(), saved }
  if (faults.length === 0 || !shrinks) return result
  const smallest = await shrink(plan, play)
  const again = await play(smallest)
  return again.faults.length === 0
    ? { ...result, smallest: plan }
    : { ...result, faults: again.faults, story: again.story, smallest }
}
