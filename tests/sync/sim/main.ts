// `npm run sim`: worlds by seed, each with faults of its own, until one breaks a promise of docs/sync.md.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { planOf, type Plan } from './plan.ts'
import { Report } from './report.ts'
import type { Task, Told } from './worker.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    plans: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    engine: { type: 'string', default: 'pglite' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const help = `npm run sim -- --seed N            play one world again and tell its story
npm run sim -- --seeds 2000        this many worlds, from --from N (1) on
  --engine postgresql              before a PostgreSQL of its own in place of PGlite
  --workers N                      processes side by side (${values.workers})
  --plans FILE                     the plans of a file first; tests/sync/sim/found.json holds those that ever failed
  --json FILE                      what came of each world, for other programs`

/** After so many worlds a process makes room for a fresh one. */
const worldsOfAWorker = 150

if (values.help) console.log(help)
else process.exitCode = (await play(plansToPlay())) ? 0 : 1

function plansToPlay(): readonly Plan[] {
  if (values.seed !== undefined) return [planOf(Number(values.seed))]
  const kept = values.plans === undefined ? [] : (JSON.parse(readFileSync(values.plans, 'utf8')) as Plan[])
  const count = Number(values.seeds ?? (values.plans === undefined ? 20 : 0))
  return [...kept, ...Array.from({ length: count }, (_, index) => planOf(Number(values.from) + index))]
}

async function play(plans: readonly Plan[]): Promise<boolean> {
  const report = new Report(plans.length, values.seed !== undefined)
  const left = [...plans]
  const shrinks = values.seed === undefined
  const played: Told[] = []
  await Promise.all(
    Array.from({ length: Math.min(Number(values.workers), plans.length) }, async () => {
      while (left.length > 0)
        await withWorker(async (ask) => {
          for (let n = 0; n < worldsOfAWorker; n++) {
            const plan = left.shift()
            if (plan === undefined) return
            const told = await ask({ plan, shrinks })
            played.push(told)
            report.add(told)
          }
        })
    }),
  )
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(played))
  return report.end()
}

async function withWorker(work: (ask: (task: Task) => Promise<Told>) => Promise<void>): Promise<void> {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [values.engine])
  await once(worker, 'message')
  const lost = once(worker, 'exit').then(([code]) => {
    throw new Error(`a worker of the simulator ended with ${String(code)}`)
  })
  lost.catch(() => undefined)
  await work(async (task) => {
    worker.send(task)
    return Promise.race([answerOf(worker), lost])
  })
  worker.disconnect()
}

async function answerOf(worker: ChildProcess): Promise<Told> {
  const [told] = (await once(worker, 'message')) as [Told]
  return told
}
