import type { ProblemCode } from '#domain/problems.ts'
import { centrePartition, type PartitionId } from '#domain/sync/feed.ts'
import type { Operation, OperationResult, Outcome } from '#domain/sync/operation.ts'
import { RecordMap, refKey, type Write } from '#domain/sync/records.ts'
import { changedBy, runOperation, touchedBy } from '#domain/sync/run.ts'
import type { Item } from '#domain/item/item.ts'
import type { Clock } from '#sync-server/clock.ts'
import { commitWrites, type Shift } from '#sync-server/storage/commit-writes.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { rememberSeq, type Device } from '#sync-server/storage/devices.ts'
import { lockRecords, recordsOf } from '#sync-server/storage/documents.ts'
import { storeFieldChanges } from '#sync-server/storage/field-changes.ts'
import { claimOperation, storeResult } from '#sync-server/storage/operations.ts'
import { carriesAll, checkOperation, type Refusal } from './check-operation.ts'
import { fieldChangesIn, withoutOutlived, withTheirs } from './field-changes.ts'
import { attentionItem, refusedItem, type Source } from './items.ts'
import { joinFamilies } from './join-families.ts'
import { matchCustomer, newProvisional } from './match.ts'
import { moveFamilies } from './move-families.ts'
import { place } from './place.ts'
import { signReleases } from './sign-releases.ts'

/** What an operation comes to, before it is stored. */
interface Effect {
  readonly outcome: Outcome
  readonly writes: readonly Write[]
  readonly items: readonly Item[]
  readonly entering: readonly Shift[]
  readonly leaving: readonly Shift[]
  readonly movedTo?: string
  readonly refused?: ProblemCode
}

/** An operation was taken before a restore, and a record that it needs has yet to come again from another desk. [B3] */
export class RecordsToCome extends Error {
  override readonly name = 'RecordsToCome'
}

/** That an operation was taken before a restore. */
export interface Before {
  /** When that was, by headquarters' clock. */
  readonly at: number
  /** Where a record is missing, `RecordsToCome` is thrown and nothing is stored. */
  readonly mayWait: boolean
}

/** One operation, whole or not at all, in a transaction of its own. One that came before gets the answer it got then. */
export function takeOperation(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  device: Device,
  operation: Operation,
  before?: Before,
): Promise<OperationResult> {
  return database.transaction(async (tx) => {
    const at = clock.now()
    const known = await claimOperation(tx, operation, { deviceId: device.id, now: at })
    if (known !== undefined) return known
    if (operation.deviceId === device.id) await rememberSeq(tx, device.id, operation.deviceSeq)
    const source = { clock, device, operation }
    const effect = await effectOf(tx, source, { at, before })
    if (before?.mayWait === true && effect.refused === 'unknown_record')
      throw new RecordsToCome(operation.opId)
    return answerWith(tx, source, at, effect)
  })
}

/** Stores what an operation came to, and the answer that it gets from now on. */
export async function answerWith(
  tx: Sql,
  { clock, device, operation }: Source,
  at: number,
  effect: Effect,
): Promise<OperationResult> {
  const seqs = await commit(tx, clock, device, effect)
  const result = resultOf(operation, at, seqs, effect)
  await storeResult(tx, result)
  return result
}

async function effectOf(
  tx: Sql,
  source: Source,
  { at, before }: { readonly at: number; readonly before: Before | undefined },
): Promise<Effect> {
  const { clock, device, operation } = source
  const checked = await checkOperation(tx, device, operation)
  if (!checked.ok) return refusedEffect(source, checked.refusal)
  const present = await presentOf(tx, operation)
  const carried = await carriesAll(tx, device, checked, present)
  if (!carried.all) return refusedEffect(source, { problem: 'unknown_record', index: 0 })
  const base = new RecordMap()
  for (const write of present) base.put(write)
  const run = runOperation(
    base,
    before === undefined ? operation : await withoutOutlived(tx, operation, before.at),
  )
  if (!run.done) return refusedEffect(source, run)
  const matched = await match(tx, source, base, run.writes)
  const signed = await signReleases(tx, matched.writes)
  const moved = await moveFamilies(tx, clock.now(), base, signed)
  const writes = [...signed, ...moved.writes]
  // An item shows what headquarters has: that is for the centre which the customer has moved to.
  const decider = carried.movedTo === undefined ? source : { ...source, centreId: carried.movedTo }
  const attention = await withTheirs(tx, run.attention)
  const items = [...attention.map((each) => attentionItem(decider, each)), ...matched.items]
  await storeFieldChanges(tx, fieldChangesIn(source, before?.at ?? at, base, writes))
  return {
    outcome: outcomeOf(operation, writes, items, run.merged),
    writes,
    items,
    entering: [
      ...matched.entering,
      ...moved.entering,
      ...(await joinFamilies(tx, base, writes, device.centreId)),
    ],
    leaving: moved.leaving,
    ...(carried.movedTo === undefined ? {} : { movedTo: carried.movedTo }),
  }
}

/** What the operation looks at; what it may change is locked, in an order that is the same for everybody. */
async function presentOf(tx: Sql, operation: Operation): Promise<Write[]> {
  const changed = changedBy(operation)
  const own = new Set(changed.map(refKey))
  const locked = await lockRecords(tx, changed)
  return [
    ...locked,
    ...(await recordsOf(
      tx,
      touchedBy(operation).filter((ref) => !own.has(refKey(ref))),
    )),
  ]
}

function refusedEffect(source: Source, refusal: Refusal): Effect {
  return { ...onlyItem(refusedItem(source, refusal)), refused: refusal.problem }
}

/** Nothing takes effect; a person has it. */
export function onlyItem(item: Item): Effect {
  return { outcome: 'needs_attention', writes: [], items: [item], entering: [], leaving: [] }
}

/** Finds out who the provisional customers of the operation are. */
async function match(tx: Sql, source: Source, base: RecordMap, found: readonly Write[]) {
  const overlay = new RecordMap(base)
  for (const write of found) overlay.put(write)
  const items: Item[] = []
  const entering: Shift[] = []
  for (const [index, customer] of newProvisional(base, found).entries()) {
    const answer = await matchCustomer(tx, customer)
    if (answer.kind === 'linked') for (const write of answer.writes) overlay.put(write)
    if (answer.kind !== 'unclear') continue
    const subject = { collection: 'customers', id: customer.id } as const
    const candidateIds = answer.candidates.map(({ id }) => id)
    items.push(
      attentionItem(
        source,
        { kind: 'match', problem: 'several_matches', subject, customerId: customer.id, index },
        candidateIds,
      ),
    )
    // Who shall decide has to see them.
    const partitions = [centrePartition(source.device.centreId)]
    entering.push(...candidateIds.map((id) => ({ collection: 'customers' as const, id, partitions })))
  }
  return { writes: overlay.writes(), items, entering }
}

const creating: ReadonlySet<string> = new Set([
  'registerCustomer',
  'openTicket',
  'recordContact',
  'publishRelease',
])

function outcomeOf(
  operation: Operation,
  writes: readonly Write[],
  items: readonly Item[],
  merged: boolean,
): Outcome {
  if (items.length > 0) return 'needs_attention'
  if (merged) return 'merged'
  // Everything is there already though this operation never came: another device of a restored profile brought it.
  return writes.length === 0 && operation.steps.every(({ kind }) => creating.has(kind))
    ? 'duplicate'
    : 'accepted'
}

async function commit(tx: Sql, clock: Clock, device: Device, { writes, items, entering, leaving }: Effect) {
  const all: Write[] = [...writes, ...items.map((record): Write => ({ collection: 'items', record }))]
  return commitWrites(tx, await place(tx, all, device.centreId), {
    now: clock.now(),
    newCommitId: () => clock.newId(),
    entering,
    leaving,
    touched: [centrePartition(device.centreId)],
    asRead: true,
  })
}

function resultOf(
  operation: Operation,
  at: number,
  seqs: Record<PartitionId, number>,
  effect: Effect,
): OperationResult {
  const { outcome, items, movedTo } = effect
  const [first] = items
  return {
    opId: operation.opId,
    outcome,
    at,
    seqs,
    ...(first === undefined ? {} : { problem: first.problem, itemIds: items.map(({ id }) => id) }),
    ...(movedTo === undefined ? {} : { movedTo }),
  }
}
