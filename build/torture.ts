// `npm run torture -- --rounds 100 --seed 2`: kills the desk in the middle of its work, again and again, and counts at
// headquarters what the screen had called saved. A short run stands in `npm test`.
import { parseArgs } from 'node:util'
import { Hindrance, printHindrance } from './hindrance.mjs'
import { playwrightOnScreen } from './on-screen.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})

try {
  const good = await playwrightOnScreen(['-c', 'tests/app', 'torture.spec.ts'], {
    LOKET_ROUNDS: values.rounds,
    LOKET_SEED: values.seed,
  })
  if (!good) throw new Hindrance('Work was lost or doubled, or the desk did not get up again; see above.')
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
