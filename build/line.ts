// `npm run line`: a day's work and a new desk's first filling over a far, thin, lossy line, and over the same with 20
// seconds in each two minutes. Takes up to an hour, since its time is real. A short run stands in `npm test`.
import { Hindrance, printHindrance } from './hindrance.mjs'
import { playwrightOnScreen } from './on-screen.ts'

try {
  const options = ['-c', 'tests/app', 'line.spec.ts', ...process.argv.slice(2)]
  const good = await playwrightOnScreen(options, { LOKET_LINE: 'long' })
  if (!good) throw new Hindrance('Something did not come together over the line; see above.')
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
