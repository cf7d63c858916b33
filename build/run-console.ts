// `npm start`: builds the console, starts a headquarters with made-up customers on this machine, and opens a desk.
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './built.ts'
import { stopChild } from './child.ts'
import { resolveElectron, type ElectronRuntime } from './electron-runtime.ts'
import { Hindrance, printHindrance } from './hindrance.mjs'
import { missingLibraries, openConsole, withoutDisplay } from './local-console.ts'
import { freePort, lastLines, prepareDemo, startHeadquarters } from './local-headquarters.ts'
import { whenParentIsGone } from './orphan.mjs'
import { claim } from './one-at-a-time.ts'
import { root } from './root.ts'
import { step } from './step.mjs'

const PORT = 8750
const KEPT = 'kept-'
const RUNNING = 'running'
const dataFolder = join(root, '.loket')
const headquartersLog = join(dataFolder, 'headquarters.log')
const consoleLog = join(dataFolder, 'console.log')

interface Ended {
  promise: Promise<void>
  now: () => void
}

async function main(): Promise<void> {
  const { browser, fresh } = readOptions()
  const ended = endOfSession()
  await mkdir(dataFolder, { recursive: true })
  const release = await claim(join(dataFolder, RUNNING))
  try {
    await ensureBuilt()
    const runtime = browser ? undefined : await findRuntime()
    if (fresh) await moveAside()
    await runDesk(runtime, ended)
  } finally {
    await release()
  }
}

async function runDesk(runtime: ElectronRuntime | undefined, ended: Ended): Promise<void> {
  const port = await freePort(PORT)
  if (port !== PORT) console.log(`Port ${PORT} is taken by another program; headquarters uses ${port}.`)
  const env = {
    LOKET_DATA: join(dataFolder, 'headquarters'),
    LOKET_WEB: join(root, 'dist/renderer'),
    LOKET_PORT: String(port),
    LOKET_HOST: '127.0.0.1',
    // Made-up customers never go to a real database.
    DATABASE_URL: '',
  }
  const signIns = await step('Demonstration data', () => prepareDemo(env))
  const { url, child } = await step('Headquarters', () => startHeadquarters(port, env, headquartersLog))
  child.once('exit', ended.now)

  console.log(`\n${signIns}\n\nHeadquarters and the console as a web page: ${url}\nStop with Ctrl+C.\n`)
  const desk = runtime && openConsole(runtime, url, dataFolder)
  desk?.once('exit', ended.now)
  await ended.promise
  if (desk?.exitCode)
    console.log(`The window ended with code ${desk.exitCode}:\n${await lastLines(consoleLog)}`)
  if (desk) await stopChild(desk)
  if (child.exitCode !== null)
    throw new Hindrance(`Headquarters has ended:\n${await lastLines(headquartersLog)}`)
  await step('Stopping headquarters', () => stopChild(child))
}

function readOptions() {
  try {
    return parseArgs({ options: { browser: { type: 'boolean' }, fresh: { type: 'boolean' } } }).values
  } catch {
    throw new Hindrance(
      'npm start -- [--browser] [--fresh]\n  --browser  no window, only the address\n  --fresh    new data; the old is kept aside',
    )
  }
}

/** Ends with Ctrl+C, a closed terminal, a closed window, or headquarters' own end: whichever comes first. */
function endOfSession(): Ended {
  const { promise, resolve } = Promise.withResolvers<void>()
  const now = () => resolve()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, now)
  whenParentIsGone(now)
  return { promise, now }
}

/** Nothing where no window can be shown: the reason is said, and the console is used as a web page. */
async function findRuntime(): Promise<ElectronRuntime | undefined> {
  const blind = withoutDisplay()
  if (blind) console.log(blind)
  if (blind) return undefined
  try {
    const runtime = await step('Electron', resolveElectron)
    const missing = missingLibraries(runtime)
    if (missing.length === 0) return runtime
    console.log(
      `Electron needs libraries that this system lacks (${missing.join(', ')}), so no window is opened. ` +
        'On Debian and Ubuntu: apt-get install libgtk-3-0 libnss3 libasound2 libgbm1',
    )
  } catch (error) {
    printHindrance(error)
    console.log('So no window is opened.')
  }
  return undefined
}

async function moveAside(): Promise<void> {
  const names = (await readdir(dataFolder)).filter((name) => name !== RUNNING && !name.startsWith(KEPT))
  if (names.length === 0) return
  const aside = join(dataFolder, `${KEPT}${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`)
  await mkdir(aside)
  for (const name of names) await rename(join(dataFolder, name), join(aside, name))
  console.log(`The old data is kept in ${aside}`)
}

try {
  await main()
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
