import { existsSync } from 'node:fs'
import { ensureBuilt } from './built.ts'
import { resolveElectron } from './electron-runtime.ts'
import { Hindrance } from './hindrance.mjs'
import { withoutDisplay } from './local-console.ts'
import { step } from './step.mjs'
import { run, toolCommand } from './tool.ts'

const XVFB = '/usr/bin/xvfb-run'

/** Runs Playwright on the built console, where there is no display on one in memory that is large enough for the window. */
export async function playwrightOnScreen(
  options: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  await ensureBuilt()
  const env = {
    ...process.env,
    ...more,
    ELECTRON_OVERRIDE_DIST_PATH: (await step('Electron', resolveElectron)).dist,
  }
  const [program, args] = toolCommand('@playwright/test', ['test', ...options], 'playwright')
  const { code } = await run(onScreen(program, args), { show: true, env })
  return code === 0
}

function onScreen(program: string, args: string[]): [string, string[]] {
  if (withoutDisplay() === undefined) return [program, args]
  if (!existsSync(XVFB))
    throw new Hindrance(
      'There is no display, and xvfb-run is missing. On Debian and Ubuntu: apt-get install xvfb xauth',
    )
  return [XVFB, ['-a', '-s', '-screen 0 1600x1000x24', program, ...args]]
}
