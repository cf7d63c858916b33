import type { Answer } from '#domain/sync/link.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { SignedIn } from '#sync-server/auth/session.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { rememberSeq } from '#sync-server/storage/devices.ts'
import { answersOf } from '#sync-server/storage/operations.ts'
import { answerWith } from './answer-with.ts'
import { onlyItem } from './effect.ts'
import { setAsideItem } from './items.ts'
import { readable } from './take-operations.ts'

/**
 * Keeps a desk's operation as an item without running it: the desk's supervisors decide. From then on the operation
 * has its answer, so it never takes effect however it comes again; one that was processed already keeps the answer it got. [I8]
 */
export async function setAside(
  hq: Headquarters,
  { device, staff }: SignedIn,
  sent: { readonly operation: Operation; readonly note?: string },
): Promise<Answer<OperationResult>> {
  if (sent.operation.deviceId !== device.id) return { ok: false, problem: { code: 'device_foreign' } }
  const [operation] = readable([sent.operation]) ?? []
  if (operation === undefined) return { ok: false, problem: { code: 'bad_request' } }
  const { clock } = hq
  const [result] = await hq.database.transaction(async (tx) => {
    const at = clock.now()
    const known = await answersOf(tx, [operation], { deviceId: device.id, now: at })
    if (known.size > 0) return [...known.values()]
    await rememberSeq(tx, device.id, operation.deviceSeq)
    const { note } = sent
    const handOver = { opId: operation.opId, by: staff.id, at, ...(note === undefined ? {} : { note }) }
    const effect = onlyItem(setAsideItem({ clock, device, operation }, handOver))
    return answerWith(tx, { clock, device, at }, [{ operation, effect }])
  })
  if (result === undefined) throw new Error('an operation got no answer')
  hq.pokes.publish(result.seqs)
  return { ok: true, value: result }
}
