import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Sql } from './database.ts'

/**
 * Takes operations' ids, first of all: whoever comes second waits until the first is through and gets its results.
 * Answers those that came before; the others are ours to process. Another device learns nothing of what came under an id. [O6]
 */
export async function claimOperations(
  tx: Sql,
  operations: readonly Operation[],
  { deviceId, now }: { readonly deviceId: string; readonly now: number },
): Promise<ReadonlyMap<string, OperationResult>> {
  const claimed = await tx.query<{ op_id: string }>(
    `insert into operation (op_id, device_id, device_seq, actor_id, centre_id, captured_at, accepted_at, body)
     select op_id, device_id, device_seq, actor_id, centre_id, captured_at, $8, body::jsonb
     from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[])
       with ordinality as o(op_id, device_id, device_seq, actor_id, centre_id, captured_at, body, place)
     order by place on conflict (op_id) do nothing returning op_id`,
    [
      operations.map(({ opId }) => opId),
      operations.map((each) => each.deviceId),
      operations.map(({ deviceSeq }) => deviceSeq),
      operations.map(({ actorId }) => actorId),
      operations.map(({ centreId }) => centreId),
      operations.map(({ capturedAt }) => capturedAt),
      operations.map((operation) => JSON.stringify(operation)),
      now,
    ],
  )
  const ours = new Set(claimed.map(({ op_id }) => op_id))
  const known = operations.map(({ opId }) => opId).filter((opId) => !ours.has(opId))
  if (known.length === 0) return new Map()
  const rows = await tx.query<{ op_id: string; result: string; device_id: string }>(
    'select op_id, result, device_id from operation where op_id = any($1::text[])',
    [known],
  )
  if (rows.length < known.length) throw new Error('an operation was taken and is not there')
  return new Map(
    rows.map(({ op_id: opId, result, device_id }) => [
      opId,
      device_id === deviceId
        ? (JSON.parse(result) as OperationResult)
        : { opId, outcome: 'needs_attention', at: now, seqs: {}, problem: 'id_taken' },
    ]),
  )
}

export async function storeResults(tx: Sql, results: readonly OperationResult[]): Promise<void> {
  await tx.query(
    `update operation set result = r.result from unnest($1::text[], $2::text[]) as r(op_id, result)
     where operation.op_id = r.op_id`,
    [results.map(({ opId }) => opId), results.map((result) => JSON.stringify(result))],
  )
}
