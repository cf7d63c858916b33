import { Value } from 'typebox/value'
import { Operation } from '#domain/sync/operation.ts'
import type { Journal } from '#electron/shared/bridge.ts'
import { touchedBy } from '#domain/sync/run.ts'
import { raiseSeq } from '#renderer/data/counter.ts'
import { waiting, type OutboxEntry } from '#renderer/data/outbox-schema.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { refold, unshade } from '#renderer/data/refold.ts'
import { plain, storedUnder } from '#renderer/data/replica.ts'
import { tellJournal } from '#renderer/data/settle.ts'
import { shade } from '#renderer/data/shadows.ts'
import type { Shadow } from '#renderer/data/shadow-schema.ts'

/**
 * Mends whatever a crash left between the steps of a capture or a settlement. [C3] Journal entries that the outbox does
 * not have are put back, and unsent work that the journal does not have is written into it again; every record with
 * unsettled operations is folded again; shadows that nobody needs go.
 * Answers how many operations the journal brought back.
 */
export function repair(core: DeskCore): Promise<number> {
  return core.exclusive(async () => {
    const restored = await restoreFromJournal(core)
    const newest = await core.replica.outbox.find({ sort: [{ newest: 'asc' }], limit: 1 }).exec()
    raiseSeq(core, [restored.highestSeq, ...newest.map((document) => document.deviceSeq)])
    const touched = core.outbox.unsettled().flatMap((entry) => touchedBy(entry.operation))
    await shade(core.replica, touched)
    await refold(core, touched)
    const shadows = await core.replica.shadows.find().exec()
    await unshade(
      core,
      shadows
        .map((document) => plain<Shadow>(document))
        .map(({ of, docId }) => ({ collection: of, id: docId })),
    )
    core.mending.due = false
    return restored.count
  })
}

async function restoreFromJournal(core: DeskCore): Promise<{ count: number; highestSeq: number }> {
  const { journal } = core.machine
  if (journal === undefined) return { count: 0, highestSeq: 0 }
  const { entries, highestSeq } = await journal.read()
  const operations = entries
    .flatMap((entry) => readOperation(entry.operation))
    .filter((each) => each.deviceId === core.enrolment.value?.deviceId)
  const ids = operations.map((each) => each.opId)
  const stored = await storedUnder<OutboxEntry>(core.replica.outbox, ids)
  const known = new Map(stored.map((entry) => [entry.opId, entry]))
  const missing = operations.filter((each) => !known.has(each.opId))
  if (missing.length > 0) await core.outbox.add(missing.map(waiting))
  await appendMissing(core, journal, new Set(operations.map((each) => each.opId)))
  const answered = [...known.values()]
    .filter((entry) => entry.result !== undefined)
    .map((entry) => entry.opId)
  await tellJournal(core, answered)
  return { count: missing.length, highestSeq }
}

/** A journal that was lost, or fell behind on a full disk, gets what is unsent again: it must exist twice. [T4] */
async function appendMissing(core: DeskCore, journal: Journal, written: ReadonlySet<string>): Promise<void> {
  const missing = core.outbox
    .unsettled()
    .filter((entry) => entry.result === undefined && !written.has(entry.opId))
  for (const { opId, deviceSeq, operation } of missing) {
    // A disk that is still full must not keep the desk from opening.
    await journal
      .append({ opId, seq: deviceSeq, operation: JSON.stringify(operation) })
      .catch(() => undefined)
  }
}

/** The operation of a journal entry; none when it is not one that this console understands. */
export function readOperation(text: string): Operation[] {
  const value: unknown = JSON.parse(text)
  return Value.Check(Operation, value) ? [value] : []
}
