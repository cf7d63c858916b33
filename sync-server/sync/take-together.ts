import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Clock } from '#sync-server/clock.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { rememberSeq, type Device } from '#sync-server/storage/devices.ts'
import { claimOperations } from '#sync-server/storage/operations.ts'
import { staffAmong } from '#sync-server/storage/people.ts'
import { answerWith, type Entry } from './answer-with.ts'
import { checkOperation, type Checked } from './check-operation.ts'
import { effectOf, type Before, type Looked } from './effect.ts'
import { viewOf } from './view.ts'

/** An operation was taken before a restore, and a record that it needs has yet to come again from another desk. [B3] */
export class RecordsToCome extends Error {
  override readonly name = 'RecordsToCome'
}

/**
 * Operations of a device that have nothing to do with each other, in one transaction: all of them or none. One that came
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
    const known = await claimOperations(tx, operations, { deviceId: device.id, now: at })
    const fresh = operations.filter(({ opId }) => !known.has(opId))
    await rememberSeqs(tx, device, fresh)
    const entries: Entry[] = []
    for (const each of await lookAt(tx, device, fresh)) {
      const { operation } = each
      const effect = await effectOf(tx, { clock, device, operation }, each, { at, before })
      if (before?.mayWait === true && effect.refused === 'unknown_record')
        throw new RecordsToCome(operation.opId)
      entries.push({ operation, effect })
    }
    const answers = await answerWith(tx, { clock, device, at }, entries)
    const answered = new Map([...known, ...answers.map((result) => [result.opId, result] as const)])
    return operations.flatMap(({ opId }) => answered.get(opId) ?? [])
  })
}

/** The highest counter among a device's own. [O13] */
async function rememberSeqs(tx: Sql, device: Device, operations: readonly Operation[]): Promise<void> {
  const seqs = operations.filter(({ deviceId }) => deviceId === device.id).map(({ deviceSeq }) => deviceSeq)
  if (seqs.length > 0) await rememberSeq(tx, device.id, Math.max(...seqs))
}

async function lookAt(
  tx: Sql,
  device: Device,
  operations: readonly Operation[],
): Promise<(Looked & { readonly operation: Operation })[]> {
  const staff = await staffAmong(
    tx,
    operations.map(({ actorId }) => actorId),
  )
  const all: { operation: Operation; checked: Checked }[] = []
  for (const operation of operations)
    all.push({ operation, checked: await checkOperation(tx, device, operation, staff) })
  const view = await viewOf(
    tx,
    all.flatMap(({ operation, checked }) => (checked.ok ? [operation] : [])),
  )
  return all.map((each) => ({ ...each, view }))
}
