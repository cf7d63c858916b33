import { Type } from 'typebox'
import { Operation, OperationResult, TakenBefore } from '#domain/sync/operation.ts'
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
