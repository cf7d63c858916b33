import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Sql } from './database.ts'
import { TransactionsMet } from './faults.ts'

/** Whose operations come, and when by headquarters' clock. */
interface Coming {
  readonly deviceId: string
  readonly now: number
}

/** The answers of those operations that came before. Another device learns nothing of what came under an id. [O6] */
export async function answersOf(
  tx: Sql,
  operations: readonly Operation[],
  { deviceId, now }: Coming,
): Promise<ReadonlyMap<string, OperationResult>> {
  const rows = await tx.query<{ op_id: string; result: string; device_id: string }>(
    'select op_id, result, device_id from operation where op_id = any($1::text[])',
    [operations.map(({ opId }) => opId)],
  )
  return new Map(
    rows.map(({ op_id: opId, result, device_id }) => [
      opId,
      device_id === deviceId
        ? (JSON.parse(result) as OperationResult)
        : { opId, outcome: 'needs_attention', at: now, seqs: {}, problem: 'id_taken' },
    ]),
  )
}

/**
 * Stores operations with their answers. Whoever comes with one of them meanwhile waits here until the first is through,
 * and runs again to find its answer. [O2]
 */
export async function storeOperations(
  tx: Sql,
  taken: readonly { readonly operation: Operation; readonly result: OperationResult }[],
  now: number,
): Promise<void> {
  const operations = taken.map(({ operation }) => operation)
  const stored = await tx.query(
    `insert into operation (op_id, device_id, device_seq, actor_id, centre_id, captured_at, accepted_at, body, result)
     select op_id, device_id, device_seq, actor_id, centre_id, captured_at, $9, body::jsonb, result
     from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[])
       with ordinality as o(op_id, device_id, device_seq, actor_id, centre_id, captured_at, body, result, place)
     order by place on conflict (op_id) do nothing returning 1 as one`,
    [
      operations.map(({ opId }) => opId),
      operations.map(({ deviceId }) => deviceId),
      operations.map(({ deviceSeq }) => deviceSeq),
      operations.map(({ actorId }) => actorId),
      operations.map(({ centreId }) => centreId),
      operations.map(({ capturedAt }) => capturedAt),
      operations.map((operation) => JSON.stringify(operation)),
      taken.map(({ result }) => JSON.stringify(result)),
      now,
    ],
  )
  if (stored.length < taken.length) throw new TransactionsMet('an operation came twice at once')
}
