import type { Problem, ProblemCode } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { refKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { failed, takeResults } from '#renderer/data/settle.ts'

const largestBatch = 50
const largestBytes = 256_000

/** What may be the operation's own fault, so that the batch is halved until it stands alone. */
const operationsFault: readonly ProblemCode[] = ['bad_request', 'bad_operation', 'too_large', 'internal']

/**
 * Sends what waits, one batch in flight, in the order of `deviceSeq`. [U1] Answers the problem that stopped it.
 * Nothing here ever deletes an operation. [U4]
 */
export async function upload(
  core: DeskCore,
  send: (operations: readonly Operation[]) => Promise<Answer<readonly OperationResult[]>>,
): Promise<Problem | undefined> {
  for (let most = largestBatch; ;) {
    const batch = sendable(core.outbox.unsettled(), most)
    if (batch.length === 0) return undefined
    const answer = await send(batch.map((entry) => entry.operation))
    if (answer.ok) {
      await takeResults(core, answer.value)
      const later = answer.value.find((result) => result.outcome === 'retry_later')
      if (later !== undefined) return { code: 'internal' }
      most = largestBatch
    } else if (!operationsFault.includes(answer.problem.code)) {
      return answer.problem
    } else if (batch.length > 1) {
      most = Math.floor(batch.length / 2)
    } else {
      await core.exclusive(() => core.outbox.change(batch.map((entry) => failed(entry, answer.problem.code))))
      return answer.problem
    }
  }
}

/** The next batch: what waits, without what touches a record that a parked operation touches too. */
function sendable(unsettled: readonly OutboxEntry[], most: number): OutboxEntry[] {
  const held = new Set<string>()
  const batch: OutboxEntry[] = []
  let bytes = 0
  for (const entry of unsettled) {
    if (entry.result !== undefined) continue
    const keys = touchedBy(entry.operation).map(refKey)
    if (entry.state === 'parked' || keys.some((key) => held.has(key))) {
      for (const key of keys) held.add(key)
      continue
    }
    bytes += JSON.stringify(entry.operation).length
    if (batch.length > 0 && (batch.length >= most || bytes > largestBytes)) break
    batch.push(entry)
  }
  return batch
}
