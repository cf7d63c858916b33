import type { Problem } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Operation, OperationResult, TakenBefore } from '#domain/sync/operation.ts'
import { neededProtocol } from '#domain/steps.ts'
import { refKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import { largestBytes, operationsFault } from '#renderer/data/batch.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { paced } from '#renderer/data/paced.ts'
import { failed, takeResults } from '#renderer/data/settle.ts'

export type Send = (
  operations: readonly Operation[],
  again: readonly TakenBefore[],
) => Promise<Answer<readonly OperationResult[]>>

/**
 * Sends what waits, one batch in flight, in the order of `deviceSeq`. [U1] What headquarters asks to come later, or
 * cannot even read, is left for the next pass with all that hangs on it; the rest goes on. Answers the problem that
 * stopped the pass, or `internal` when something was left. Nothing here ever deletes an operation. [U4]
 */
export async function upload(core: DeskCore, send: Send): Promise<Problem | undefined> {
  const isKnown = await knownThere(core)
  const tooNew = () => core.outbox.unsettled().some((entry) => isOnTheWay(entry) && !isKnown(entry))
  const left = new Set<string>()
  const pace = core.paces.batch
  for (let most = pace.size(); ;) {
    const isReady = (entry: OutboxEntry) => isKnown(entry) && !left.has(entry.opId)
    const batch = sendable(core.outbox.unsettled(), isReady, most)
    if (batch.length === 0) {
      if (left.size > 0) return { code: 'internal', detail: 'some work is stuck' }
      return tooNew() ? { code: 'headquarters_too_old' } : undefined
    }
    const answer = await paced(core.around, pace, {
      ask: () =>
        send(
          batch.map((entry) => entry.operation),
          takenBefore(batch),
        ),
      weight: (results) => results.length,
    })
    if (answer.ok) {
      await takeResults(core, answer.value)
      const answered = new Set(answer.value.map(({ opId }) => opId))
      // Sent again at once it would turn for ever. [U8]
      if (batch.some(({ opId }) => !answered.has(opId)))
        return { code: 'internal', detail: 'results missing' }
      for (const { opId, outcome } of answer.value) if (outcome === 'retry_later') left.add(opId)
      most = pace.size()
    } else if (!operationsFault.includes(answer.problem.code)) {
      return answer.problem
    } else if (batch.length > 1) {
      most = Math.floor(batch.length / 2)
    } else {
      // A headquarters that does not even take nothing has a fault of its own, and no work is to blame for it.
      if (answer.problem.code === 'internal' && !(await send([], [])).ok) return answer.problem
      await core.exclusive(() => core.outbox.change(batch.map((entry) => failed(entry, answer.problem.code))))
      for (const { opId } of batch) left.add(opId)
      most = pace.size()
    }
  }
}

/** Those of a batch that headquarters had taken before it was restored. [B3] */
export function takenBefore(batch: readonly OutboxEntry[]): readonly TakenBefore[] {
  return batch.flatMap(({ opId, takenBefore: at }) => (at === undefined ? [] : [{ opId, at }]))
}

const isOnTheWay = (entry: OutboxEntry) => entry.state === 'waiting' && entry.result === undefined

/** Whether headquarters knows every step of an operation. What an older one cannot know stays here until it was updated. [V6] */
async function knownThere({ link, outbox }: DeskCore): Promise<(entry: OutboxEntry) => boolean> {
  const isNew = outbox.unsettled().some((entry) => isOnTheWay(entry) && neededProtocol(entry.operation) > 1)
  if (isNew && link.protocol() === undefined) await link.probe()
  // A headquarters that was not heard is not reached either.
  return ({ operation }) => neededProtocol(operation) <= (link.protocol() ?? 1)
}

/** The next batch: what waits, without what touches a record that a held back operation touches too. */
function sendable(
  unsettled: readonly OutboxEntry[],
  isReady: (entry: OutboxEntry) => boolean,
  most: number,
): OutboxEntry[] {
  const held = new Set<string>()
  const batch: OutboxEntry[] = []
  let bytes = 0
  for (const entry of unsettled) {
    if (entry.result !== undefined) continue
    const keys = touchedBy(entry.operation).map(refKey)
    if (entry.state !== 'waiting' || !isReady(entry) || keys.some((key) => held.has(key))) {
      for (const key of keys) held.add(key)
      continue
    }
    bytes += JSON.stringify(entry.operation).length
    if (batch.length > 0 && (batch.length >= most || bytes > largestBytes)) break
    batch.push(entry)
  }
  return batch
}
