import type { Problem, ProblemCode } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Operation, OperationResult, TakenBefore } from '#domain/sync/operation.ts'
import { refKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { countTry, takeResults } from '#renderer/data/settle.ts'

const largestBatch = 50
const largestBytes = 256_000

/** What may be the operation's own fault, so that the batch is halved until it stands alone. */
const operationsFault: readonly ProblemCode[] = ['bad_request', 'bad_operation', 'too_large', 'internal']

type Send = (
  operations: readonly Operation[],
  again: readonly TakenBefore[],
) => Promise<Answer<readonly OperationResult[]>>

/**
 * Sends what waits, one batch in flight, in the order of `deviceSeq`. [U1] What headquarters asks to come later, or
 * cannot even read, is left for the next pass with all that hangs on it; the rest goes on. Answers the problem that
 * stopped the pass, or `internal` when something was left. Nothing here ever deletes an operation. [U4]
 */
export async function upload(core: DeskCore, send: Send): Promise<Problem | undefined> {
  const left = new Set<string>()
  for (let most = largestBatch; ;) {
    const batch = sendable(core.outbox.unsettled(), left, most)
    if (batch.length === 0) return left.size === 0 ? undefined : { code: 'internal' }
    const answer = await send(
      batch.map((entry) => entry.operation),
      batch.flatMap(({ opId, takenBefore }) =>
        takenBefore === undefined ? [] : [{ opId, at: takenBefore }],
      ),
    )
    if (answer.ok) {
      await takeResults(core, answer.value)
      for (const { opId, outcome } of answer.value) if (outcome === 'retry_later') left.add(opId)
      most = largestBatch
    } else if (!operationsFault.includes(answer.problem.code)) {
      return answer.problem
    } else if (batch.length > 1) {
      most = Math.floor(batch.length / 2)
    } else {
      for (const { opId } of batch) left.add(opId)
      await countTry(core, batch, answer.problem.code)
    }
  }
}

/** The next batch: what waits, without what touches a record that a parked operation or one that was left touches too. */
function sendable(unsettled: readonly OutboxEntry[], left: ReadonlySet<string>, most: number): OutboxEntry[] {
  const held = new Set<string>()
  const batch: OutboxEntry[] = []
  let bytes = 0
  for (const entry of unsettled) {
    if (entry.result !== undefined) continue
    const keys = touchedBy(entry.operation).map(refKey)
    if (entry.state === 'parked' || left.has(entry.opId) || keys.some((key) => held.has(key))) {
      for (const key of keys) held.add(key)
      continue
    }
    bytes += JSON.stringify(entry.operation).length
    if (batch.length > 0 && (batch.length >= most || bytes > largestBytes)) break
    batch.push(entry)
  }
  return batch
}
