import type { TObject } from 'typebox'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import type { ProblemCode } from '#domain/problems.ts'
import { stepKindOf } from '#domain/steps.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import { onlyThese, RecordMap, refKey, type Records, type Ref, type Write } from '#domain/sync/records.ts'
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

type Payload = Readonly<Record<string, unknown>>

export interface KnownStep {
  readonly kind: StepKind
  readonly payload: Payload
  readonly seen: Readonly<Record<string, unknown>>
  readonly context: StepContext
}

// TypeBox would put every union in order anew for each payload; ours are of plain values, where order decides nothing.
Settings.Set({ unionPrioritySort: false })

/** Whether a value is what a schema says. */
export type Check = (schema: TObject, value: unknown) => boolean

/** An operation never changes, and each side asks for its steps many times: checking them is what costs most. */
const read = new WeakMap<Operation, readonly KnownStep[] | ProblemCode>()

/**
 * Each step with its definition, its payload in the words of the newest version; a problem when a kind is unknown or a
 * payload breaks its schema. Whoever may compile schemas asks first, with a `check` of its own: a console may not.
 */
export function readSteps(
  operation: Operation,
  check: Check = Value.Check,
): readonly KnownStep[] | ProblemCode {
  const before = read.get(operation)
  const steps = before ?? readAnew(operation, check)
  if (before === undefined) read.set(operation, steps)
  return steps
}

function readAnew(operation: Operation, check: Check): readonly KnownStep[] | ProblemCode {
  const known: KnownStep[] = []
  for (const [index, step] of operation.steps.entries()) {
    const kind = stepKindOf(step)
    if (kind === undefined) return 'unknown_step'
    const payload = newestPayload(kind, step, check)
    if (payload === undefined) return 'bad_operation'
    known.push({ kind, payload, seen: step.seen ?? {}, context: contextOf(operation, index) })
  }
  return known
}

/** A payload of any version that is still understood, version by version up to the newest; `undefined` when it breaks a schema. [V3] */
export function newestPayload(
  kind: StepKind,
  { v, payload }: Step,
  check: Check = Value.Check,
): Payload | undefined {
  const older = (kind.older ?? []).filter((each) => each.v >= v).toSorted((a, b) => a.v - b.v)
  let newest: Payload | undefined = payload
  for (const { payload: schema, upgrade } of older) {
    const read: Payload | undefined = readAs(schema, newest, check)
    if (read === undefined) return undefined
    newest = upgrade(read)
  }
  return readAs(kind.payload, newest, check)
}

/** Fields that the schema does not name are taken away first: a client cannot set what only headquarters knows. [O7] */
function readAs(schema: TObject, payload: Payload, check: Check): Payload | undefined {
  const read: unknown = Value.Clean(schema, Value.Clone(payload))
  return check(schema, read) ? (read as Payload) : undefined
}

/** Every record that the operation reads or writes, each once, in an order that is the same everywhere. */
export function touchedBy(operation: Operation): readonly Ref[] {
  return ordered(stepsOf(operation).flatMap(({ kind, payload, context }) => kind.touches(payload, context)))
}

/** Every record that the operation may change. */
export function changedBy(operation: Operation): readonly Ref[] {
  return ordered(stepsOf(operation).flatMap(changedByStep))
}

export function changedByStep({ kind, payload, context }: KnownStep): readonly Ref[] {
  const read = new Set((kind.onlyReads?.(payload) ?? []).map(refKey))
  return kind.touches(payload, context).filter((ref) => !read.has(refKey(ref)))
}

/** The steps of an operation that can be read; none of one that cannot. */
export function stepsOf(operation: Operation): readonly KnownStep[] {
  const known = readSteps(operation)
  return typeof known === 'string' ? [] : known
}

function ordered(refs: readonly Ref[]): readonly Ref[] {
  const byKey = new Map(refs.map((ref) => [refKey(ref), ref]))
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref)
}

/**
 * Runs all steps but those at the places in `past`, each on what the ones before it left. One refused step refuses the
 * whole operation.
 */
export function runOperation(
  records: Records,
  operation: Operation,
  past: ReadonlySet<number> = new Set(),
): Run {
  const known = readSteps(operation)
  if (typeof known === 'string') return { done: false, problem: known, index: 0 }
  const overlay = new RecordMap(records)
  const attention: PlacedAttention[] = []
  let merged = false
  for (const { kind, payload, seen, context } of known) {
    if (past.has(context.index)) continue
    // Both sides load what a step declares and no more; what one side happens to have besides decides nothing.
    const declared = onlyThese(overlay, kind.touches(payload, context))
    const outcome = kind.apply(declared, payload, seen, context)
    if (!outcome.done) return { done: false, problem: outcome.problem, index: context.index }
    for (const write of outcome.writes) overlay.put(write)
    attention.push(...(outcome.attention ?? []).map((each) => ({ ...each, index: context.index })))
    merged ||= outcome.merged === true
  }
  return { done: true, writes: overlay.writes(), merged, attention }
}
