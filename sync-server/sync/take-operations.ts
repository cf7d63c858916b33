import type { ProblemCode } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Operation, OperationResult, TakenBefore } from '#domain/sync/operation.ts'
import { refKey, type Ref, type RefKey } from '#domain/sync/records.ts'
import { changedBy, readSteps, touchedBy } from '#domain/sync/run.ts'
import { faultOf } from '#sync-server/fault.ts'
import type { Headquarters, Log } from '#sync-server/headquarters.ts'
import type { Device } from '#sync-server/storage/devices.ts'
import { isTimeout, isUnreachable } from '#sync-server/storage/faults.ts'
import { companions } from './companions.ts'
import { compiled } from './compiled.ts'
import type { Before } from './effect.ts'
import type { Pokes } from './pokes.ts'
import { mended, TooDeep } from './mend-text.ts'
import { RecordsToCome, takeTogether } from './take-together.ts'

/** What takes operations, a running headquarters or a command of its own. */
export interface Taker extends Pick<Headquarters, 'database' | 'clock'> {
  readonly pokes: Pick<Pokes, 'publish'>
  readonly log: Pick<Log, 'error'>
}

/**
 * A desk's operations, each answered. Those that have nothing to do with each other are taken together; what hangs on an
 * earlier one comes after it. One that headquarters stumbles over is asked for again later, together with those after it
 * that touch the same records; the others go on.
 */
export async function takeOperations(
  hq: Taker,
  device: Device,
  sent: readonly Operation[],
  again: readonly TakenBefore[] = [],
): Promise<Answer<readonly OperationResult[]>> {
  const operations = readable(sent)
  if (operations === undefined) return { ok: false, problem: { code: 'bad_request' } }
  for (const operation of operations) readSteps(operation, compiled)
  const results = new Map<string, OperationResult>()
  const answer = (answers: readonly OperationResult[]) => {
    for (const result of answers) results.set(result.opId, result)
    // The places follow each other: each partition is told of the last one.
    hq.pokes.publish(Object.assign({}, ...answers.map(({ seqs }) => seqs)))
  }
  // What comes again after a restore goes carefully.
  for (const group of again.length > 0 ? [] : companions(operations)) {
    const answers = await tryTogether(hq, device, group)
    // Once headquarters has stumbled in a batch, so does the rest of it.
    if (answers === undefined) break
    answer(answers)
  }
  const waiting = new Set<RefKey>()
  const since = hq.clock.now() - waitsFor
  const taken = new Map(
    again.map(({ opId, at }) => [opId, { at: Math.min(at, hq.clock.now()), mayWait: at > since }]),
  )
  for (const operation of operations)
    if (!results.has(operation.opId))
      answer([await takeOrWait(hq, device, operation, waiting, taken.get(operation.opId))])
  return { ok: true, value: operations.flatMap(({ opId }) => results.get(opId) ?? []) }
}

/** So long after it was first taken, work that comes again after a restore may wait for another desk's to come too. */
const waitsFor = 7 * 86_400_000

/** Takes operations that go together; `undefined` when headquarters stumbles over one of them. */
async function tryTogether(
  hq: Taker,
  device: Device,
  operations: readonly Operation[],
): Promise<readonly OperationResult[] | undefined> {
  try {
    return await takeTogether(hq, device, operations)
  } catch (error) {
    if (isUnreachable(error)) throw error
    return undefined
  }
}

/** `waiting` are the records that operations before this one in the batch could not change yet. */
async function takeOrWait(
  hq: Taker,
  device: Device,
  operation: Operation,
  waiting: Set<RefKey>,
  before: Before | undefined,
): Promise<OperationResult> {
  const changed: Ref[] = []
  try {
    changed.push(...changedBy(operation))
    const [result] = touchedBy(operation).some((ref) => waiting.has(refKey(ref)))
      ? [later(hq, operation, 'internal')]
      : await takeTogether(hq, device, [operation], before)
    if (result === undefined) throw new Error('an operation got no answer')
    if (result.outcome === 'retry_later') hold(waiting, changed)
    return result
  } catch (error) {
    // Without a database nothing can be answered; what was taken before is answered again when the batch comes again.
    if (isUnreachable(error)) throw error
    if (error instanceof RecordsToCome) {
      hold(waiting, changed)
      return later(hq, operation, 'unknown_record')
    }
    hq.log.error({ opId: operation.opId, fault: faultOf(error) }, 'an operation could not be processed')
    hold(waiting, changed)
    return later(hq, operation, isTimeout(error) ? 'overloaded' : 'internal')
  }
}

function hold(waiting: Set<RefKey>, refs: readonly Ref[]): void {
  for (const ref of refs) waiting.add(refKey(ref))
}

function later({ clock }: Taker, { opId }: Operation, problem: ProblemCode): OperationResult {
  return { opId, outcome: 'retry_later', at: clock.now(), seqs: {}, problem }
}

/** The operations in words that a database takes; `undefined` when an envelope's ids are not such words. */
export function readable(sent: readonly Operation[]): Operation[] | undefined {
  const operations = sent.flatMap((operation) => readableOne(operation) ?? [])
  return operations.length === sent.length ? operations : undefined
}

/** The same of one operation. */
export function readableOne(sent: Operation): Operation | undefined {
  try {
    const operation = mended(sent) as Operation
    return idsOf(operation) === idsOf(sent) ? operation : undefined
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
}

function idsOf({ opId, deviceId, actorId, centreId }: Operation): string {
  return [opId, deviceId, actorId, centreId].join('\n')
}
