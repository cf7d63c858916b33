import type { ProblemCode } from '#domain/problems.ts'

/** Headquarters takes no more operations at once, by number and by bytes. */
export const largestBatch = 50
export const largestBytes = 256_000

/** What may be an operation's own fault, so that a batch is halved until it stands alone. [U3] */
export const operationsFault: readonly ProblemCode[] = [
  'bad_request',
  'bad_operation',
  'too_large',
  'internal',
]
