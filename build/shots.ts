// `npm run shots`: photographs every screen for docs/screens. What follows `--` goes to Playwright, for example
// `npm run shots -- -g "in en"`.
import { Hindrance, printHindrance } from './hindrance.mjs'
import { playwrightOnScreen } from './on-screen.ts'

try {
  const done = await playwrightOnScreen(['-c', 'tests/app/shots.config.ts', ...process.argv.slice(2)])
  if (!done) throw new Hindrance('Not every screen was photographed.')
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
