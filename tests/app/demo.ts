import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

export interface Demo {
  /** Unused one-time codes by centre. */
  readonly codes: Readonly<Record<string, readonly string[]>>
}

export const demoPassword = 'loket-demo'
/** Who works in the demo world; `hq.ts demo` prints the same. */
export const demoPeople = {
  agent: 'rahmah.kdi',
  branch: 'astawa.kdi',
  supervisor: 'hasna.kdi',
  admin: 'wahyu.hq',
} as const

interface Template extends Demo {
  readonly folder: string
}
let template: Promise<Template> | undefined

/** Fills a data folder with the demo world, as `npm start` does. Made once for all tests of a process, then copied. */
export async function seedDemo(dataFolder: string): Promise<Demo> {
  const { folder, codes } = await (template ??= makeTemplate())
  await cp(folder, dataFolder, { recursive: true })
  return { codes }
}

async function makeTemplate(): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const printed = await hq(folder, 'demo')
  const codes: Record<string, string[]> = {}
  for (const [, centre = '', code = ''] of printed.matchAll(/^\s+(\w+)\s+(\w+-\w{4}-\w{4})$/gm))
    codes[centre] = [...(codes[centre] ?? []), code]
  return { folder, codes }
}

/** Runs headquarters' command line on a data folder; fails the test with what it said when it fails. */
export async function hq(dataFolder: string, ...args: readonly string[]): Promise<string> {
  await mkdir(dataFolder, { recursive: true })
  const env = { ...process.env, LOKET_DATA: dataFolder, DATABASE_URL: '' }
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'sync-server/hq.ts'), ...args], {
    env,
    cwd: root,
  })
  return stdout
}
