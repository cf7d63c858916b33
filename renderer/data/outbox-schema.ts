import type { RxJsonSchema } from 'rxdb/plugins/core'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { ProblemCode } from '#domain/problems.ts'

/**
 * One captured operation and what became of it.
 * `waiting`: headquarters has not answered finally. `parked`: it failed five times and waits for a person.
 * `handed_in`: a person passed it on to the supervisors; headquarters is to keep it as an item.
 * `accepted`, `attention`: answered; kept 30 days to be sent again when headquarters was restored from a backup.
 */
export interface OutboxEntry {
  readonly opId: string
  readonly deviceSeq: number
  /** Grows as `deviceSeq` falls: the newest stand first when read upwards. */
  readonly newest: number
  readonly state: 'waiting' | 'parked' | 'handed_in' | 'accepted' | 'attention'
  /** `yes` while it takes part in the fold: until its effect has been pulled back. */
  readonly unsettled: 'yes' | 'no'
  readonly tries: number
  readonly operation: Operation
  readonly result?: OperationResult
  readonly problem?: ProblemCode
  /** When headquarters had taken it, by its own clock, before it was restored from an older backup. [B3] */
  readonly takenBefore?: number
}

const highestSeq = 1_000_000_000

/** An operation that was just captured, or that the journal brought back. */
export function waiting(operation: Operation): OutboxEntry {
  const { opId, deviceSeq } = operation
  return {
    opId,
    deviceSeq,
    newest: highestSeq - deviceSeq,
    state: 'waiting',
    unsettled: 'yes',
    tries: 0,
    operation,
  }
}

/** Version 1 added `takenBefore`. */
export const outboxMigrations = { 1: (entry: OutboxEntry) => entry }

export const outboxSchema: RxJsonSchema<OutboxEntry> = {
  version: 1,
  primaryKey: 'opId',
  type: 'object',
  properties: {
    opId: { type: 'string', maxLength: 64 },
    deviceSeq: { type: 'integer', minimum: 0, maximum: highestSeq, multipleOf: 1 },
    newest: { type: 'integer', minimum: 0, maximum: highestSeq, multipleOf: 1 },
    state: { type: 'string', maxLength: 16 },
    unsettled: { type: 'string', maxLength: 3 },
    tries: { type: 'integer' },
    operation: { type: 'object', additionalProperties: true },
    result: { type: 'object', additionalProperties: true },
    problem: { type: 'string' },
    takenBefore: { type: 'integer' },
  },
  required: ['opId', 'deviceSeq', 'newest', 'state', 'unsettled', 'tries', 'operation'],
  indexes: [['newest'], ['unsettled', 'newest'], ['unsettled', 'deviceSeq'], ['deviceSeq']],
}
