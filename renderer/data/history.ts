import type { DeskCore } from '#renderer/data/desk-core.ts'
import { touchedBy } from '#domain/sync/run.ts'
import { plain } from '#renderer/data/replica.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { shade } from '#renderer/data/shadows.ts'

const keptFor = 30 * 86_400_000

/**
 * Headquarters was restored from an older backup: what it had accepted in the last 30 days is sent once more.
 * Ids remove what it still has. [B2]
 */
export function sendAcceptedAgain(core: DeskCore): Promise<void> {
  return core.exclusive(async () => {
    const answered = await core.replica.outbox.find({ selector: { unsettled: 'no' } }).exec()
    const entries = [...answered.map((document) => plain<OutboxEntry>(document)), ...core.outbox.unsettled()]
    // What stands in the replica was headquarters' state; priming tells what of it still is.
    await shade(
      core.replica,
      entries.flatMap(({ operation }) => touchedBy(operation)),
    )
    await core.outbox.change(entries.map(asUnsent))
  })
}

function asUnsent({ result, problem: _problem, ...entry }: OutboxEntry): OutboxEntry {
  const taken = result === undefined ? {} : { takenBefore: result.at }
  return { ...entry, ...taken, state: 'waiting', unsettled: 'yes', tries: 0 }
}

/** Settled operations leave the outbox after 30 days; unsettled ones never do. */
export function forgetOld(core: DeskCore): Promise<void> {
  return core.exclusive(async () => {
    const settled = await core.replica.outbox.find({ selector: { unsettled: 'no' } }).exec()
    // A PC that jumped ahead forgets nothing by it: the newest answer is headquarters' own word for how late it is. [W3]
    const newest = Math.max(...settled.map((document) => document.result?.at ?? 0))
    const before = Math.min(core.around.now(), newest) - keptFor
    const old = settled
      .filter((document) => (document.result?.at ?? Infinity) < before)
      .map((document) => document.opId)
    if (old.length > 0) await core.replica.outbox.bulkRemove(old)
  })
}
