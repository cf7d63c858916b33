// `npm run bench`: what costs what, each beside a peer in the same run. Ratios count; these machines are noisy.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '#build/root.ts'
import { binaries } from '#tests/server/postgresql.ts'
import { capture } from './desk/capture.ts'
import { chromium } from './desk/chromium.ts'
import { fill } from './desk/fill.ts'
import { list } from './desk/list.ts'
import { live } from './desk/live.ts'
import { paint } from './desk/paint.ts'
import { read } from './desk/read.ts'
import { search } from './desk/search.ts'
import { start } from './desk/start.ts'
import { wire } from './desk/wire.ts'
import { goneSince, grownSince, notesOf, tableOf, type Figure } from './figure.ts'
import { fleet } from './fleet.ts'
import { ops } from './ops.ts'
import { askedFor, type Asked, type BenchOptions } from './options.ts'
import { pull } from './pull.ts'

const benches: Readonly<Record<string, (options: BenchOptions) => Promise<Figure[]>>> = {
  fill,
  read,
  search,
  start,
  live,
  list,
  paint,
  capture,
  wire,
  ops,
  pull,
  fleet,
}

/** Something that whoever asked can mend. */
class Fault extends Error {}

const asked = askedFor(process.argv.slice(2), Object.keys(benches))
/** In the folder that git ignores. */
const latest = join(root, 'out/bench/latest.json')
try {
  if (typeof asked === 'string') throw new Fault(asked)
  // Before anything is measured: a wrong file is told at once, not after ten minutes.
  await measure(asked, asked.against === undefined ? [] : figuresIn(asked.against))
} catch (error) {
  if (!(error instanceof Fault)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function measure(by: Asked, before: readonly Figure[]): Promise<void> {
  const names = by.names.length === 0 ? Object.keys(benches) : by.names
  const figures: Figure[] = []
  for (const name of names) {
    if (names.length === 1) console.error(`${name} …`)
    try {
      figures.push(...(names.length === 1 ? ((await benches[name]?.(by.options)) ?? []) : apart(name, by)))
    } catch (error) {
      console.error(`${name} was not measured:`, error)
      process.exitCode = 1
    }
    keep(figures)
  }
  const grown = grownSince(before, figures)
  const gone = by.isUsual ? goneSince(before, figures, names) : []
  console.log(
    `${new Date().toISOString()}, ${machine()}\n\n${tableOf(figures, grown)}\n\n${notesOf(figures)}`,
  )
  for (const { bench, what } of gone) console.log(`← not measured any more: ${bench}, ${what}`)
  if (grown.length + gone.length > 0) process.exitCode = 1
}

/** One of several runs in a process of its own: if it ends badly, or not at all, the others' figures stay. */
function apart(name: string, { flags, options: { size } }: Asked): readonly Figure[] {
  rmSync(latest, { force: true })
  const { status, signal } = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, name, ...flags],
    { stdio: ['ignore', 'ignore', 'inherit'], timeout: (size === 'stress' ? 180 : 20) * 60_000 },
  )
  if (status !== 0) throw new Error(`it ended with ${signal ?? status}`)
  return figuresIn(latest)
}

function figuresIn(file: string): readonly Figure[] {
  try {
    const { figures } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>
    if (Array.isArray(figures)) return figures
  } catch {
    // Told below: for whoever asks it is all one.
  }
  throw new Fault(`There are no figures in “${file}”; every run leaves its own in out/bench/latest.json.`)
}

function keep(figures: readonly Figure[]): void {
  const kept: Kept = { at: new Date().toISOString(), machine: machine(), figures }
  mkdirSync(dirname(latest), { recursive: true })
  writeFileSync(latest, `${JSON.stringify(kept, undefined, 2)}\n`)
}

interface Kept {
  readonly at: string
  readonly machine: string
  readonly figures: readonly Figure[]
}

/** Processors, memory, and what everything ran on; a program that is not here is left out. */
function machine(): string {
  const [first] = cpus()
  const versionOf = (program: string) => {
    try {
      return [
        execFileSync(program, ['--version'], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }).trim(),
      ]
    } catch {
      return []
    }
  }
  return [
    `${cpus().length} × ${first?.model ?? 'unknown'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.version}`,
    ...versionOf(join(binaries, 'postgres')),
    ...versionOf(chromium),
  ].join(', ')
}
