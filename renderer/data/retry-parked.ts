import { refKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { takeResults } from '#renderer/data/settle.ts'
import { takenBefore, type Send } from '#renderer/data/upload.ts'

/**
 * Tries parked work again, each piece alone, so that a mended headquarters needs nobody at the counter. [U9] Answers
 * whether some of it went through, and so what hangs on it may follow.
 */
export async function retryParked(core: DeskCore, send: Send): Promise<boolean> {
  const held = new Set<string>()
  let through = false
  for (const entry of core.outbox.unsettled().filter(({ state }) => state === 'parked')) {
    const keys = touchedBy(entry.operation).map(refKey)
    const answer = keys.some((key) => held.has(key))
      ? undefined
      : await send([entry.operation], takenBefore([entry]))
    if (answer?.ok === true) await takeResults(core, answer.value)
    const final = answer?.ok === true && answer.value.some(({ outcome }) => outcome !== 'retry_later')
    through ||= final
    if (!final) for (const key of keys) held.add(key)
  }
  return through
}
