import { Value } from 'typebox/value'
import { Operation } from '#domain/sync/operation.ts'
import { touchedBy } from '#domain/sync/run.ts'
import { raiseSeq } from '#renderer/data/capture.ts'
import { waiting, type OutboxEntry } from '#renderer/data/outbox-schema.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { refold, unshade } from '#renderer/data/refold.ts'
import { plain, storedUnder } from '#renderer/data/replica.ts'
import { tellJournal } from '#renderer/data/settle.ts'
import { shade } from '#renderer/data/shadows.ts'
import type { Shadow } from '#renderer/data/shadow-schema.ts'

/**
 * Mends whatever a crash left between the steps of a capture or a settlement. [C3] Journal entries that the outbox does
 * not have are put back; every record with unsettled operations is folded again; shadows that nobody needs go.
 * Answers how many operations the journal brought back.
 */
export function repair(core: DeskCore): Promise<number> {
  return core.exclusive(async () => {
    const restored = await restoreFromJournal(core)
    core.mending.due = false
    const newest = await core.replica.outbox.find({ sort: [{ newest: 'asc' }], limit: 1 }).exec()
    await tryParkedAgain(core)
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
    return restored.count
  })
}

/** Headquarters may have been mended since: a start gives what is parked its tries again. [U5] */
async function tryParkedAgain({ outbox }: DeskCore): Promise<void> {
  const parked = outbox.unsettled().filter(({ state }) => state === 'parked')
  if (parked.length > 0)
    await outbox.change(parked.map((entry) => ({ ...entry, state: 'waiting', tries: 0 })))
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
  const answered = [...known.values()]
    .filter((entry) => entry.result !== undefined)
    .map((entry) => entry.opId)
  await tellJournal(core, answered)
  return { count: missing.length, highestSeq }
}

function readOperation(text: string): Operation[] {
  const value: unknown = JSON.parse(text)
  return Value.Check(Operation, value) ? [value] : []
}
