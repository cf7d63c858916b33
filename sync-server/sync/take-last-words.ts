import type { PartitionId } from '#domain/sync/feed.ts'
import type { LastWordsTaken } from '#domain/sync/last-words.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { faultOf } from '#sync-server/fault.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import type { Device } from '#sync-server/storage/devices.ts'
import { isUnreachable } from '#sync-server/storage/faults.ts'
import { countLastWord } from '#sync-server/storage/last-words.ts'
import { answersOf } from '#sync-server/storage/operations.ts'
import { answerWith } from './answer-with.ts'
import { onlyItem } from './effect.ts'
import { refusedItem } from './items.ts'
import { readable } from './take-operations.ts'

/** Nothing more is taken from this device. */
class Full extends Error {
  override readonly name = 'Full'
}

/**
 * The unsent work of a revoked device: each operation becomes an item of its centre, whole, and takes no effect. One
 * that headquarters has already changes nothing. The answer names ids that the device itself sent, and that is all. [E2]
 */
export async function takeLastWords(
  hq: Headquarters,
  device: Device,
  sent: readonly Operation[],
): Promise<Answer<LastWordsTaken>> {
  const operations = readable(sent)
  if (operations === undefined) return { ok: false, problem: { code: 'bad_request' } }
  const taken: string[] = []
  for (const operation of operations) {
    try {
      hq.pokes.publish(await quarantine(hq, device, operation))
      taken.push(operation.opId)
    } catch (error) {
      if (isUnreachable(error)) throw error
      if (error instanceof Full && taken.length === 0) return { ok: false, problem: { code: 'too_large' } }
      if (error instanceof Full) break
      // The device brings it again with its next try; the others go on.
      hq.log.error({ opId: operation.opId, fault: faultOf(error) }, 'last words could not be taken')
    }
  }
  return { ok: true, value: { taken } }
}

function quarantine(
  { database, clock }: Headquarters,
  device: Device,
  operation: Operation,
): Promise<Record<PartitionId, number>> {
  return database.transaction(async (tx) => {
    const at = clock.now()
    if ((await answersOf(tx, [operation], { deviceId: device.id, now: at })).size > 0) return {}
    if (!(await countLastWord(tx, device.id, Buffer.byteLength(JSON.stringify(operation))))) throw new Full()
    const item = refusedItem({ clock, device, operation }, { problem: 'device_revoked', index: 0 })
    const [result] = await answerWith(tx, { clock, device, at }, [{ operation, effect: onlyItem(item) }])
    return result?.seqs ?? {}
  })
}
