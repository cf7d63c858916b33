// `npm test`: everything that must hold, one after the other. A failed step does not keep the next from running.
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCommand } from './built.ts'
import { formatCheck, lintCheck, typeChecks, unusedCheck, type Check } from './checks.ts'
import { playwrightCounts, vitestCounts, type Counts } from './counts.ts'
import { installDebianPackages, missingDebianPackages } from './debian-packages.ts'
import { whenParentIsGone } from './orphan.mjs'
import { printHindrance } from './hindrance.mjs'
import { playwrightOnScreen } from './on-screen.ts'
import { root } from './root.ts'
import { step } from './step.mjs'
import { run, toolCommand, type Outcome } from './tool.ts'

interface Row extends Counts {
  name: string
  seconds: number
}

const out = join(root, 'out')
const vitestReport = join(out, 'vitest.json')
const playwrightReport = join(out, 'playwright.json')
const NAME_WIDTH = 36
const rows: Row[] = []

async function count(name: string, work: () => Promise<Counts>): Promise<void> {
  const start = performance.now()
  const counts = await work().catch((error: unknown) => {
    printHindrance(error)
    return { passed: 0, failed: 1 }
  })
  rows.push({ name, ...counts, seconds: (performance.now() - start) / 1000 })
}

async function runCheck({ name, command }: Check): Promise<void> {
  await count(name, async () => verdict(await step(name, () => run(command))))
}

/** Two at a time: each takes one core. */
async function runSideBySide(checks: readonly Check[]): Promise<void> {
  const left = [...checks]
  const lane = async (): Promise<void> => {
    const next = left.shift()
    if (next === undefined) return
    await runCheck(next)
    return lane()
  }
  await Promise.all([lane(), lane()])
}

async function unitTests(): Promise<Counts> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const command = toolCommand('vitest', ['run', '-c', 'tests/vitest.config.ts', ...reporters])
  const { code } = await run(command, { show: true })
  return vitestCounts(vitestReport, code)
}

/** Worlds of the simulator that every run plays, besides those that ever failed. PostgreSQL plays them twice as fast. */
const SIM_WORLDS = ['--seeds', '40', '--engine', 'postgresql']
const SIM_FOUND = ['--plans', join(root, 'tests/sync/sim/found.json'), '--engine', 'pglite']

async function simulator(options: readonly string[]): Promise<Counts> {
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'tests/sync/sim/main.ts'), ...options]
  const { code, output } = await run([process.execPath, args], { show: true })
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? []
  return passed === undefined
    ? { passed: 0, failed: 1 }
    : {
        passed: Number(passed),
        failed: Math.max(Number(failed), code === 0 ? 0 : 1),
        failures: output.match(/^seed \d+ FAILED$|(?<=^ {2}✗ ).*$/gm) ?? [],
      }
}

/**
 * As the user who calls. CI calls as root, and root has no Chromium sandbox; a user made for the tests would have it,
 * but could not read a checkout under /root. The sandbox settings themselves are asserted by a test.
 */
async function appTests(): Promise<Counts> {
  const good = await playwrightOnScreen(['-c', 'tests/app', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  })
  return playwrightCounts(playwrightReport, good ? 0 : 1)
}

async function ensureDebianPackages(): Promise<void> {
  const missing = missingDebianPackages()
  if (missing.length === 0) return
  const hindrance = await step(`Debian packages: ${missing.join(' ')}`, () => installDebianPackages(missing))
  if (hindrance) console.log(`${hindrance}\nThe tests that need them will fail.`)
}

/** A failure's words follow its line. */
function verdict({ code, output }: Outcome): Counts {
  if (code !== 0) console.log(output)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function printSummary(): void {
  console.log(`\n${''.padEnd(NAME_WIDTH)}  passed  failed       s`)
  for (const { name, passed, failed, second = 0, seconds } of rows) {
    const cells = [String(passed).padStart(6), String(failed).padStart(6), seconds.toFixed(1).padStart(6)]
    const doubt = second > 0 ? `  ${second} at the second try` : ''
    console.log(`${name.padEnd(NAME_WIDTH)}  ${cells.join('  ')}${failed > 0 ? '  ✗' : ''}${doubt}`)
  }
  // Told again here: whoever reads the end of a long output shall not have to look for it.
  for (const { name, failures = [] } of rows)
    if (failures.length > 0) console.log(`\n${name}\n${failures.map((each) => `  ✗ ${each}`).join('\n')}`)
  const passed = rows.reduce((sum, row) => sum + row.passed, 0)
  const failed = rows.reduce((sum, row) => sum + row.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
whenParentIsGone(() => process.exit(130))
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await ensureDebianPackages()
await runSideBySide([formatCheck, lintCheck, ...typeChecks(), unusedCheck])
if (existsSync(join(root, 'tests/vitest.config.ts'))) await count('unit, sync and server tests', unitTests)
await count('simulator: worlds that ever failed', () => simulator(SIM_FOUND))
await count('simulator: new worlds', () => simulator(SIM_WORLDS))
await runCheck({ name: 'build', command: buildCommand() })
await count('app tests', appTests)
printSummary()
