import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Sql } from './database.ts'

/**
 * Takes an operation's id, first of all: whoever comes second waits until the first is through and gets its result.
 * `undefined` means that it is ours to process. Another device learns nothing of what came under this id. [O6]
 */
export async function claimOperation(
  tx: Sql,
  operation: Operation,
  { deviceId, now }: { readonly deviceId: string; readonly now: number },
): Promise<OperationResult | undefined> {
  const claimed = await tx.query(
    `insert into operation (op_id, device_id, device_seq, actor_id, centre_id, captured_at, accepted_at, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb) on conflict (op_id) do nothing returning op_id`,
    [
      operation.opId,
      operation.deviceId,
      operation.deviceSeq,
      operation.actorId,
      operation.centreId,
      operation.capturedAt,
      now,
      JSON.stringify(operation),
    ],
  )
  if (claimed.length > 0) return undefined
  const [row] = await tx.query<{ result: string; device_id: string }>(
    'select result, device_id from operation where op_id = $1',
    [operation.opId],
  )
  if (row === undefined) throw new Error('an operation was taken and is not there')
  if (row.device_id !== deviceId)
    return { opId: operation.opId, outcome: 'needs_attention', at: now, seqs: {}, problem: 'id_taken' }
  return JSON.parse(row.result) as OperationResult
}

export async function storeResult(tx: Sql, result: OperationResult): Promise<void> {
  await tx.query('update operation set result = $2 where op_id = $1', [result.opId, JSON.stringify(result)])
}

export async function hasOperation(sql: Sql, opId: string): Promise<boolean> {
  return (await sql.query('select 1 from operation where op_id = $1', [opId])).length > 0
}
