import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Clock } from '#sync-server/clock.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { rememberSeq, type Device } from '#sync-server/storage/devices.ts'
import { answersOf } from '#sync-server/storage/operations.ts'
import { staffAmong } from '#sync-server/storage/people.ts'
import { answerWith, storedOf, type Entry } from './answer-with.ts'
import { checkOperation, type Checked } from './check-operation.ts'
import { effectOf, type Before } from './effect.ts'
import { viewOf, type View } from './view.ts'

/** An operation was taken before a restore, and a record that it needs has yet to come again from another desk. [B3] */
export class RecordsToCome extends Error {
  override readonly name = 'RecordsToCome'
}

/**
 * Operations of a device in one transaction: all of them or none, each on what the ones before it left. One that came
 * before gets the answer it got then. One round trip does for all of them what can be one.
 */
export function takeTogether(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  device: Device,
  operations: readonly Operation[],
  before?: Before,
): Promise<OperationResult[]> {
  return database.transaction(async (tx) => {
    const at = clock.now()
    // Of two that come with the same new operations the second one waits here.
    await rememberSeqs(tx, device, operations)
    const known = await answersOf(tx, operations, { deviceId: device.id, now: at })
    const fresh = operations.filter(({ opId }) => !known.has(opId))
    const { looking, view } = await lookAt(tx, device, fresh)
    const entries: Entry[] = []
    for (const { operation, checked } of looking) {
      const effect = await effectOf(tx, { clock, device, operation }, { checked, view }, { at, before })
      if (before?.mayWait === true && effect.refused === 'unknown_record')
        throw new RecordsToCome(operation.opId)
      view.take(storedOf(effect))
      entries.push({ operation, effect })
    }
    const answers = await answerWith(tx, { clock, device, at }, entries, view)
    const answered = new Map([...known, ...answers.map((result) => [result.opId, result] as const)])
    return operations.flatMap(({ opId }) => answered.get(opId) ?? [])
  })
}

/** The highest counter among a device's own. [O13] */
async function rememberSeqs(tx: Sql, device: Device, operations: readonly Operation[]): Promise<void> {
  const seqs = operations.filter(({ deviceId }) => deviceId === device.id).map(({ deviceSeq }) => deviceSeq)
  if (seqs.length > 0) await rememberSeq(tx, device.id, Math.max(...seqs))
}

interface Looking {
  readonly looking: readonly { readonly operation: Operation; readonly checked: Checked }[]
  readonly view: View
}

async function lookAt(tx: Sql, device: Device, operations: readonly Operation[]): Promise<Looking> {
  const staff = await staffAmong(
    tx,
    operations.map(({ actorId }) => actorId),
  )
  const looking: { operation: Operation; checked: Checked }[] = []
  for (const operation of operations)
    looking.push({ operation, checked: await checkOperation(tx, device, operation, staff) })
  const allowed = looking.flatMap(({ operation, checked }) => (checked.ok ? [operation] : []))
  return { looking, view: await viewOf(tx, allowed, device.centreId) }
}
