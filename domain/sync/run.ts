import { Value } from 'typebox/value'
import type { ProblemCode } from '#domain/problems.ts'
import { stepKindOf } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap, refKey, type Records, type Ref, type Write } from '#domain/sync/records.ts'
import type { PlacedAttention, StepContext, StepKind } from '#domain/sync/step.ts'

export type Run =
  | {
      readonly done: true
      readonly writes: readonly Write[]
      readonly merged: boolean
      readonly attention: readonly PlacedAttention[]
    }
  | { readonly done: false; readonly problem: ProblemCode; readonly index: number }

function contextOf(operation: Operation, index: number): StepContext {
  const { opId, actorId, centreId, capturedAt } = operation
  return { opId, index, actorId, centreId, at: capturedAt }
}

export interface KnownStep {
  readonly kind: StepKind
  readonly payload: Readonly<Record<string, unknown>>
  readonly seen: Readonly<Record<string, unknown>>
  readonly context: StepContext
}

/**
 * Each step with its definition; a problem when a kind is unknown or a payload breaks its schema.
 * Fields that the schema does not name are taken away first: a client cannot set what only headquarters knows. [O7]
 */
export function readSteps(operation: Operation): readonly KnownStep[] | ProblemCode {
  const known: KnownStep[] = []
  for (const [index, step] of operation.steps.entries()) {
    const kind = stepKindOf(step)
    if (kind === undefined) return 'unknown_step'
    const payload = Value.Clean(kind.payload, Value.Clone(step.payload))
    if (!Value.Check(kind.payload, payload)) return 'bad_operation'
    known.push({ kind, payload, seen: step.seen ?? {}, context: contextOf(operation, index) })
  }
  return known
}

/** Every record that the operation reads or writes, each once, in an order that is the same everywhere. */
export function touchedBy(operation: Operation): readonly Ref[] {
  return ordered(stepsOf(operation).flatMap(({ kind, payload, context }) => kind.touches(payload, context)))
}

/** Every record that the operation may change. */
export function changedBy(operation: Operation): readonly Ref[] {
  const known = stepsOf(operation)
  return ordered(
    known.flatMap(({ kind, payload, context }) => {
      const read = new Set((kind.onlyReads?.(payload) ?? []).map(refKey))
      return kind.touches(payload, context).filter((ref) => !read.has(refKey(ref)))
    }),
  )
}

function stepsOf(operation: Operation): readonly KnownStep[] {
  const known = readSteps(operation)
  return typeof known === 'string' ? [] : known
}

function ordered(refs: readonly Ref[]): readonly Ref[] {
  const byKey = new Map(refs.map((ref) => [refKey(ref), ref]))
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref)
}

/** Runs all steps, each on what the ones before it left. One refused step refuses the whole operation. */
export function runOperation(records: Records, operation: Operation): Run {
  const known = readSteps(operation)
  if (typeof known === 'string') return { done: false, problem: known, index: 0 }
  const overlay = new RecordMap(records)
  const attention: PlacedAttention[] = []
  let merged = false
  for (const { kind, payload, seen, context } of known) {
    const outcome = kind.apply(overlay, payload, seen, context)
    if (!outcome.done) return { done: false, problem: outcome.problem, index: context.index }
    for (const write of outcome.writes) overlay.put(write)
    attention.push(...(outcome.attention ?? []).map((each) => ({ ...each, index: context.index })))
    merged ||= outcome.merged === true
  }
  return { done: true, writes: overlay.writes(), merged, attention }
}
