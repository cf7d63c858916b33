import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { everyProblem, type ProblemCode } from '#domain/problems.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { openWork, type OpenedWork } from '#sync-server/courier/open-work.ts'
import { writeAnswer } from '#sync-server/courier/write-answer.ts'
import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, someRefused, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { writeWholeBytes } from '#sync-server/hq/output/whole-file.ts'
import { deviceOf, devicesOf, storeCarriedReport } from '#sync-server/storage/devices.ts'
import { takeOperations, type Taker } from '#sync-server/sync/take-operations.ts'

export const importWork: Command = {
  words: 'courier import',
  usage: '<file> --out <answer>',
  says: 'Takes the work that a desk exported to a file, as if it had come by the line, and writes the answer for that desk.',
  run: async (args, desk) => {
    const read = readArguments(args, { out: 'string' }, ['file'])
    const [file, out] = [read.positionals[0] ?? '', read.needed('out')]
    if (resolve(file) === resolve(out)) throw new HqFault('--out is the file itself; name another one.')
    const taker = await takerOf(desk)
    const opened = await openWork(taker.database, await bytesOf(file))
    if (typeof opened === 'string') throw refusalOf(file, opened)
    const results = await take(taker, opened)
    const final = results.filter(({ outcome }) => outcome !== 'retry_later')
    const { device, fileId: to, work } = opened
    await answer(taker, device.id, out, { to, places: work.places, whole: work.whole, results: final })
    desk.out(`${device.label}: ${tallyOf(final)}. The answer for ${device.label} is in ${out}.`)
    const left = results.length - final.length
    if (left > 0)
      desk.err(`${left} could not be processed now; import the same file again when that is mended.`)
    if (opened.unreadable > 0)
      desk.err(`${opened.unreadable} are no operations that this version understands; they stay on the desk.`)
    return left + opened.unreadable > 0 ? someRefused : allDone
  },
}

export const bundle: Command = {
  words: 'courier bundle',
  usage: '--device <label> --out <file>',
  says: 'Everything that a desk carries, as a file with which an enrolled desk is filled for the first time.',
  run: async (args, desk) => {
    const read = readArguments(args, { device: 'string', out: 'string' })
    const [label, out] = [read.needed('device').toUpperCase(), read.needed('out')]
    const taker = await takerOf(desk)
    const device = (await devicesOf(taker.database)).find((each) => each.label === label)
    if (device === undefined) throw new HqFault(`There is no desk ${label}.`)
    if (device.status !== 'active') throw refusalOf(label, 'device_revoked')
    await answer(taker, device.id, out, { places: {}, whole: true, results: [] })
    desk.out(`The first filling of ${label} is in ${out}.`)
    return allDone
  },
}

/** Running servers look into the database by themselves, so nobody has to be told here. */
async function takerOf(desk: Desk): Promise<Taker> {
  return {
    database: await desk.database(),
    clock: desk.clock,
    pokes: { publish: () => undefined },
    log: { error: (facts, sentence) => desk.err(`${sentence}: ${JSON.stringify(facts)}`) },
  }
}

/** The work of a desk in good standing; of another one nothing takes effect. */
async function take(taker: Taker, opened: OpenedWork): Promise<readonly OperationResult[]> {
  const { device, operations, work } = opened
  if (device.status !== 'active') throw refusalOf(device.label, 'device_revoked')
  const taken = await takeOperations(taker, device, operations)
  if (!taken.ok) throw refusalOf(device.label, taken.problem.code)
  await storeCarriedReport(taker.database, device.id, work.report, taker.clock.now())
  return taken.value
}

async function answer(
  taker: Taker,
  deviceId: string,
  out: string,
  ask: Parameters<typeof writeAnswer>[2],
): Promise<void> {
  const device = await deviceOf(taker.database, deviceId)
  const bytes = device === undefined ? undefined : await writeAnswer(taker, device, ask)
  if (bytes === undefined) throw refusalOf(out, 'courier_no_keys')
  await writeWholeBytes(out, bytes)
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    throw new HqFault(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

const refusalOf = (what: string, problem: ProblemCode) => new HqFault(`${what}: ${everyProblem[problem][1]}.`)

/** `12 operations taken (10 accepted, 2 needs attention)` */
function tallyOf(results: readonly OperationResult[]): string {
  const counts = new Map<string, number>()
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const by = [...counts].map(([outcome, count]) => `${count} ${outcome.replaceAll('_', ' ')}`).join(', ')
  const what = results.length === 1 ? 'operation' : 'operations'
  return `${results.length} ${what} taken${by === '' ? '' : ` (${by})`}`
}
