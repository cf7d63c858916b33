import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hindrance } from './hindrance.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const UNREACHABLE = /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH)|network/

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * npm writes its own list into node_modules at the end of an installation that went through. A stopped one has none,
 * and a changed package-lock.json names other versions.
 */
export async function packagesAreInstalled() {
  const wanted = await readPackages(join(root, 'package-lock.json'))
  const present = await readPackages(join(root, 'node_modules/.package-lock.json')).catch(() => undefined)
  if (!present) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = present[path]
    if (path === '') return true
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

/** Scripts of packages stay off: none of ours needs one, and they are the way in for a poisoned package. */
export async function installPackages() {
  const { code, errors } = await runNpm([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (code === 0) return
  const reason = /E[A-Z_]{4,}/.exec(errors)?.[0] ?? `exit code ${code}`
  if (UNREACHABLE.test(errors)) {
    throw new Hindrance(
      `The npm registry cannot be reached (${reason}): check the network, a proxy, or \`npm config get registry\`, ` +
        'then run the same command again.',
    )
  }
  if (reason === 'ENOSPC') throw new Hindrance('The disk is full: about 1 GB is needed for the packages.')
  throw new Hindrance(`npm could not install the packages (${reason}):\n${errors.trim()}`)
}

/**
 * @param {string} path
 * @returns {Promise<Packages>}
 */
async function readPackages(path) {
  return JSON.parse(await readFile(path, 'utf8')).packages
}

/**
 * Under `npm start` npm tells where it is itself; a shell is needed only for Windows' npm.cmd.
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, errors: string }>}
 */
function runNpm(args) {
  const own = process.env['npm_execpath']
  const [command, all] = own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args]
  return new Promise((resolve, reject) => {
    const shell = command === 'npm' && process.platform === 'win32'
    const child = spawn(command, all, { cwd: root, shell, stdio: ['ignore', 'ignore', 'pipe'] })
    // npm takes long over SIGTERM, and two at once spoil node_modules. Killed half way it leaves no list, so the next
    // run begins anew.
    const endWithUs = () => child.kill('SIGKILL')
    process.once('exit', endWithUs)
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.once('error', () => reject(new Hindrance('npm is not there: install Node.js together with npm.')))
    child.once('close', (code) => {
      process.off('exit', endWithUs)
      resolve({ code, errors })
    })
  })
}
