// `npm run bench`: what costs what, each beside a peer in the same run. Ratios count; these machines are noisy.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '#build/root.ts'
import { binaries } from '#tests/server/postgresql.ts'
import { capture } from './desk/capture.ts'
import { fill } from './desk/fill.ts'
import { list } from './desk/list.ts'
import { live } from './desk/live.ts'
import { paint } from './desk/paint.ts'
import { read } from './desk/read.ts'
import { search } from './desk/search.ts'
import { start } from './desk/start.ts'
import { wire } from './desk/wire.ts'
import { grownSince, notesOf, tableOf, type Figure } from './figure.ts'
import { fleet } from './fleet.ts'
import { ops } from './ops.ts'
import type { BenchOptions } from './options.ts'
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

const { values, positionals } = parseArgs({
  options: {
    against: { type: 'string' },
    size: { type: 'string', default: 'modest' },
    documents: { type: 'string', default: '1000000' },
    day: { type: 'string', default: '0.1' },
    processes: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const options: BenchOptions = {
  size: values.size === 'stress' ? 'stress' : 'modest',
  documents: Number(values.documents),
  day: values.day === 'full' ? 1 : Number(values.day),
  processes: Number(values.processes),
  trace: values.trace,
}
/** ms for one of several. */
const longest = (options.size === 'stress' ? 180 : 20) * 60_000
const latest = join(root, 'out/bench/latest.json')
const unknown = positionals.find((name) => !Object.hasOwn(benches, name))
if (unknown === undefined) await measure(positionals.length === 0 ? Object.keys(benches) : positionals)
else {
  console.error(`There is no bench “${unknown}”; there are ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
}

async function measure(names: readonly string[]): Promise<void> {
  const figures: Figure[] = []
  for (const name of names) {
    if (names.length === 1) console.error(`${name} …`)
    try {
      figures.push(...(names.length === 1 ? ((await benches[name]?.(options)) ?? []) : apart(name)))
    } catch (error) {
      console.error(`${name} was not measured:`, error)
      process.exitCode = 1
    }
    keep(figures)
  }
  const before = values.against === undefined ? [] : figuresIn(values.against)
  const grown = grownSince(before, figures)
  console.log(
    `${new Date().toISOString()}, ${machine()}\n\n${tableOf(figures, grown)}\n\n${notesOf(figures)}`,
  )
  if (grown.length > 0) process.exitCode = 1
}

/** One of several runs in a process of its own: if it ends badly, or not at all, the others' figures stay. */
function apart(name: string): readonly Figure[] {
  const { against: _, trace, ...told } = values
  const flags = [
    ...Object.entries(told).flatMap(([flag, value]) => [`--${flag}`, value]),
    ...(trace ? ['--trace'] : []),
  ]
  rmSync(latest, { force: true })
  const { status, signal } = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, name, ...flags],
    { stdio: ['ignore', 'ignore', 'inherit'], timeout: longest },
  )
  if (status !== 0) throw new Error(`it ended with ${signal ?? status}`)
  return figuresIn(latest)
}

function figuresIn(file: string): readonly Figure[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as Kept).figures
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

function machine(): string {
  const [first] = cpus()
  const server = execFileSync(join(binaries, 'postgres'), ['--version'], {
    encoding: 'utf8',
  }).trim()
  return `${cpus().length} × ${first?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${server}`
}
