import { Type } from 'typebox'
import { text } from '#domain/fields.ts'
import { Operation, OperationResult, TakenBefore } from '#domain/sync/operation.ts'
import { setAside } from '#sync-server/sync/set-aside.ts'
import { takeOperations } from '#sync-server/sync/take-operations.ts'
import { deskRoute } from './route.ts'

const Batch = Type.Object({
  protocol: Type.Integer({ minimum: 1, maximum: 999 }),
  operations: Type.Array(Operation, { maxItems: 50 }),
  again: Type.Optional(Type.Array(TakenBefore, { maxItems: 50 })),
})

export const operationsRoute = deskRoute(
  {
    method: 'POST',
    path: '/v1/operations',
    summary: 'A desk’s work, in the order of deviceSeq; one result for each',
    body: Batch,
    answer: Type.Object({ results: Type.Array(OperationResult) }),
  },
  async (hq, { device }, { body }) => {
    const taken = await takeOperations(hq, device, body.operations, body.again)
    return taken.ok ? { ok: true, value: { results: [...taken.value] } } : taken
  },
)

export const setAsideRoute = deskRoute(
  {
    method: 'POST',
    path: '/v1/set-aside',
    summary: 'An operation that headquarters could not process, for the supervisors: kept whole, never run',
    body: Type.Object({ operation: Operation, note: Type.Optional(text(1000)) }),
    answer: OperationResult,
  },
  (hq, who, { body }) => setAside(hq, who, body),
)
