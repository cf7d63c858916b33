import type { Problem } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { takeResults } from '#renderer/data/settle.ts'

/**
 * Brings what a person passed on to the supervisors to headquarters, which keeps it as an item without running it. [I8]
 * Answers the problem that stopped it; whatever it is, the operation stays here as it was.
 */
export async function handIn(
  core: DeskCore,
  setAside: (operation: Operation) => Promise<Answer<OperationResult>>,
): Promise<Problem | undefined> {
  for (const { operation, state, result } of core.outbox.unsettled()) {
    if (state !== 'handed_in' || result !== undefined) continue
    const answer = await setAside(operation)
    if (answer.ok) await takeResults(core, [answer.value])
    // An older headquarters has no such place.
    else return answer.problem.code === 'not_found' ? { code: 'headquarters_too_old' } : answer.problem
  }
  return undefined
}
