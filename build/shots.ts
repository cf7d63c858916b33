// `npm run shots`: photographs every screen for docs/screens. What follows `--` goes to Playwright, for example
// `npm run shots -- -g "in en"`.
import { existsSync } from 'node:fs'
import { ensureBuilt } from './built.ts'
import { resolveElectron } from './electron-runtime.ts'
import { Hindrance, printHindrance } from './hindrance.mjs'
import { withoutDisplay } from './local-console.ts'
import { step } from './step.mjs'
import { run, toolCommand } from './tool.ts'

const XVFB = '/usr/bin/xvfb-run'

async function main(): Promise<void> {
  await ensureBuilt()
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: (await step('Electron', resolveElectron)).dist,
  }
  const { code } = await run(command(process.argv.slice(2)), { show: true, env })
  if (code !== 0) throw new Hindrance('Not every screen was photographed.')
}

/** Where there is no display, one in memory that is large enough for the window. */
function command(options: readonly string[]): [string, string[]] {
  const [program, args] = toolCommand(
    '@playwright/test',
    ['test', '-c', 'tests/app/shots.config.ts', ...options],
    'playwright',
  )
  if (withoutDisplay() === undefined) return [program, args]
  if (!existsSync(XVFB))
    throw new Hindrance(
      'There is no display, and xvfb-run is missing. On Debian and Ubuntu: apt-get install xvfb xauth',
    )
  return [XVFB, ['-a', '-s', '-screen 0 1600x1000x24', program, ...args]]
}

try {
  await main()
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
