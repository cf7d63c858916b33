// `npm run build`: the console in dist/, where a source has changed since the last time.
import { ensureBuilt } from './built.ts'
import { printHindrance } from './hindrance.mjs'

try {
  await ensureBuilt()
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
