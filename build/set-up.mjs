// Gets a checkout ready on a machine that has Node.js and npm and nothing else, then goes on under Node 24.
// Node's own modules only: this runs before any package is there.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hindrance, printHindrance } from './hindrance.mjs'
import { findNode24 } from './node-24.mjs'
import { whenParentIsGone } from './orphan.mjs'
import { installPackages, packagesAreInstalled } from './packages.mjs'
import { step } from './step.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST = [20, 19]
const EXIT_STOPPED = 130
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Installs what is missing and runs one of our TypeScript files with the arguments that follow it.
 * @param {string} script relative to the checkout
 * @param {string[]} args
 */
export async function setUpAndRun(script, args) {
  /** @type {{ end(signal: NodeJS.Signals): void }} */
  const session = { end: () => process.exit(EXIT_STOPPED) }
  for (const signal of SIGNALS) process.on(signal, () => session.end(signal))
  if (process.env['npm_lifecycle_event']) whenParentIsGone(() => session.end('SIGTERM'))
  try {
    checkNode()
    if (!(await packagesAreInstalled())) await step('Packages', installPackages)
    // Node 24.0 warns about each TypeScript file that it runs.
    const options = ['--disable-warning=ExperimentalWarning', join(root, script), ...args]
    const child = spawn(findNode24(), options, { stdio: 'inherit' })
    // From now on the child decides how to end; a second Ctrl+C from the terminal does it no harm.
    session.end = (signal) => child.kill(signal)
    process.exitCode = await exitCode(child)
  } catch (error) {
    printHindrance(error)
    process.exitCode = 1
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Hindrance(
    `Node.js ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}. Install a newer Node.js and run the same command again.`,
  )
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  })
}
