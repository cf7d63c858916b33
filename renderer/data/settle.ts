import type { OperationResult } from '#domain/sync/operation.ts'
import { isProblemCode, type ProblemCode } from '#domain/problems.ts'
import type { PartitionId } from '#domain/sync/feed.ts'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { unshade } from '#renderer/data/refold.ts'

/** An operation that headquarters could not process so often is parked, and what touches the same records with it. [U5] */
const triesBeforeParking = 5

/** Headquarters' answers into the outbox. A final one also leaves the journal: headquarters has the work. */
export function takeResults(core: DeskCore, results: readonly OperationResult[]): Promise<void> {
  return core.exclusive(async () => {
    const byId = new Map(results.map((result) => [result.opId, result]))
    const overtaken = await overtakenBy(core, results)
    const stumbled = new Set<RefKey>()
    const answered = core.outbox.unsettled().flatMap((entry) => {
      const result = byId.get(entry.opId)
      if (result === undefined) return []
      const keys = touchedBy(entry.operation).map(refKey)
      // What only hangs on an operation that failed has not been tried.
      if (keys.some((key) => stumbled.has(key)) && result.outcome === 'retry_later') return []
      if (result.outcome === 'retry_later') for (const key of keys) stumbled.add(key)
      return [answeredEntry(entry, result, overtaken)]
    })
    if (answered.length === 0) return
    await core.outbox.change(answered)
    await tellJournal(
      core,
      answered.filter((entry) => entry.result !== undefined).map((entry) => entry.opId),
    )
  })
}

/** Headquarters has these, so the journal need not. A full disk may keep it from hearing so: it is told again later. [C3] */
export async function tellJournal({ machine, untold }: DeskCore, opIds: readonly string[]): Promise<void> {
  for (const opId of opIds) untold.add(opId)
  if (untold.size === 0 || machine.journal === undefined) return
  const told = [...untold]
  await machine.journal.settle(told).then(
    () => told.forEach((opId) => untold.delete(opId)),
    // It only keeps too much; whoever starts on it finds these answered in the outbox.
    () => undefined,
  )
}

function answeredEntry(entry: OutboxEntry, result: OperationResult, overtaken: number): OutboxEntry {
  if (result.outcome === 'retry_later')
    return tried(entry, isProblemCode(result.problem) ? result.problem : 'internal', overtaken)
  const { problem: _, takenBefore: _before, ...rest } = entry
  const problem = isProblemCode(result.problem) ? { problem: result.problem } : {}
  return {
    ...rest,
    ...problem,
    result,
    state: result.outcome === 'needs_attention' ? 'attention' : 'accepted',
  }
}

/** Headquarters could not even read these. */
export function countTry(
  core: DeskCore,
  entries: readonly OutboxEntry[],
  problem: ProblemCode,
): Promise<void> {
  return core.exclusive(async () => {
    const overtaken = await overtakenBy(core, [])
    await core.outbox.change(entries.map((entry) => tried(entry, problem, overtaken)))
  })
}

/**
 * One more try that did not go through. A fault at headquarters counts only when it has taken later work of this desk
 * meanwhile: else it fails at everything, and nobody should have to send by hand what waited for its repair. What
 * waits for another desk's work after a restore has no fault at all.
 */
function tried(entry: OutboxEntry, problem: ProblemCode, overtaken: number): OutboxEntry {
  const isForeign = problem === 'unknown_record' && entry.takenBefore !== undefined
  const isTheirs = problem === 'internal' && overtaken < entry.deviceSeq
  const tries = entry.tries + (isForeign || isTheirs ? 0 : 1)
  return { ...entry, tries, problem, state: tries >= triesBeforeParking ? 'parked' : 'waiting' }
}

/** The highest counter of this desk's operations that headquarters has answered finally. */
async function overtakenBy(
  { outbox, replica }: DeskCore,
  results: readonly OperationResult[],
): Promise<number> {
  const final = new Set(results.filter(({ outcome }) => outcome !== 'retry_later').map(({ opId }) => opId))
  const answered = outbox
    .unsettled()
    .filter(({ opId, result }) => result !== undefined || final.has(opId))
    .map(({ deviceSeq }) => deviceSeq)
  const [newest] = await replica.outbox
    .find({ selector: { unsettled: 'no' }, sort: [{ unsettled: 'asc' }, { newest: 'asc' }], limit: 1 })
    .exec()
  return Math.max(newest?.deviceSeq ?? 0, ...answered)
}

/** An answered operation leaves the fold when its effect has been pulled into every partition of this desk. [D3] */
export function settle(core: DeskCore, seqOf: (partition: PartitionId) => number | undefined): Promise<void> {
  return core.exclusive(async () => {
    const settled = core.outbox
      .unsettled()
      .filter((entry) => entry.result !== undefined && isPulled(entry.result, seqOf))
    await tellJournal(core, [])
    if (settled.length === 0) return
    await core.outbox.change(settled.map((entry) => ({ ...entry, unsettled: 'no' as const })))
    await unshade(
      core,
      settled.flatMap((entry) => touchedBy(entry.operation)),
    )
  })
}

function isPulled(result: OperationResult, seqOf: (partition: PartitionId) => number | undefined): boolean {
  return Object.entries(result.seqs).every(([partition, seq]) => {
    const here = seqOf(partition)
    // A partition that this desk does not carry brings nothing here.
    return here === undefined || here >= seq
  })
}
