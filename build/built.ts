import { createHash } from 'node:crypto'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hindrance } from './hindrance.mjs'
import { root } from './root.ts'
import { step } from './step.mjs'
import { run, toolCommand } from './tool.ts'

const SOURCES = [
  'renderer/**/*',
  'domain/**/*',
  'electron/**/*',
  'build/vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
]
const stamp = join(root, 'dist/built-from')

/** The console's three parts in dist/, built where a source has changed since. */
export async function ensureBuilt(): Promise<void> {
  const print = await fingerprint()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === print) return
  await step('Build', build)
  await writeFile(stamp, print)
}

export function buildCommand(): [string, string[]] {
  return toolCommand('vite', ['build', '--app', '--configLoader', 'native', '-c', 'build/vite.config.ts'])
}

async function build(): Promise<void> {
  await rm(stamp, { force: true })
  const { code, output } = await run(buildCommand())
  if (code !== 0) throw new Hindrance(`The console could not be built:\n${output}`)
}

/** Of the contents: git gives files new times on every checkout. */
async function fingerprint(): Promise<string> {
  const files: string[] = []
  for await (const entry of glob(SOURCES, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(await readFile(file))
  return hash.digest('hex')
}
