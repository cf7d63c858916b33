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
    const stumbled = new Set<RefKey>()
    const stumbles = { count: 0 }
    const answered = core.outbox.unsettled().flatMap((entry) => {
      const result = byId.get(entry.opId)
      if (result === undefined) return []
      const keys = touchedBy(entry.operation).map(refKey)
      // What only hangs on an operation that failed has not been tried.
      if (keys.some((key) => stumbled.has(key)) && result.outcome === 'retry_later') return []
      if (result.outcome === 'retry_later') {
        for (const key of keys) stumbled.add(key)
        stumbles.count += 1
      }
      return [answeredEntry(entry, result)]
    })
    // Where several pieces stumble and none goes through, the fault is headquarters' and no work is to blame.
    if (answered.length === 0 || (stumbles.count > 1 && stumbles.count === answered.length)) return
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

function answeredEntry(entry: OutboxEntry, result: OperationResult): OutboxEntry {
  if (result.outcome === 'retry_later')
    return failed(entry, isProblemCode(result.problem) ? result.problem : 'internal')
  const { problem: _, takenBefore: _before, ...rest } = entry
  const problem = isProblemCode(result.problem) ? { problem: result.problem } : {}
  return {
    ...rest,
    ...problem,
    result,
    state: result.outcome === 'needs_attention' ? 'attention' : 'accepted',
  }
}

/** One more try that did not go through. What waits for another desk's work after a restore has no fault of its own. [B3] */
export function failed(entry: OutboxEntry, problem: ProblemCode): OutboxEntry {
  const tries = entry.tries + (problem === 'unknown_record' && entry.takenBefore !== undefined ? 0 : 1)
  // What somebody has handed in meanwhile stays handed in.
  const state = entry.state === 'handed_in' ? entry.state : tries >= triesBeforeParking ? 'parked' : 'waiting'
  return { ...entry, tries, problem, state }
}

/** An answered operation leaves the fold when its effect has been pulled into every partition of this desk. [D3] */
export function settle(core: DeskCore, seqOf: (partition: PartitionId) => number | undefined): Promise<void> {
  return core.exclusive(async () => {
    const settled = core.outbox.unsettled().filter(isPulled(seqOf))
    await tellJournal(core, [])
    if (settled.length === 0) return
    const refs = settled.flatMap((entry) => touchedBy(entry.operation))
    await core.wholly(async () => {
      // The records first: a store that fails between the two is mended by the next round, which finds them unsettled.
      await unshade(core, refs, new Set(settled.map(({ opId }) => opId)))
      await core.outbox.change(settled.map((entry) => ({ ...entry, unsettled: 'no' as const })))
    })
  })
}

/** Whether an operation was answered and its effect is here, by where the desk stands in each partition. */
export function isPulled(seqOf: (partition: PartitionId) => number | undefined) {
  return ({ result }: Pick<OutboxEntry, 'result'>): boolean =>
    result !== undefined &&
    Object.entries(result.seqs).every(([partition, seq]) => {
      const here = seqOf(partition)
      // A partition that this desk does not carry brings nothing here.
      return here === undefined || here >= seq
    })
}
