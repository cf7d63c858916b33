import type { ProblemCode } from '#domain/problems.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import type { Operation, Outcome } from '#domain/sync/operation.ts'
import { RecordMap, type Write } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import type { Item } from '#domain/item/item.ts'
import type { Shift } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { storeFieldChanges } from '#sync-server/storage/field-changes.ts'
import { carriesAll, type Checked, type Refusal } from './check-operation.ts'
import { fieldChangesIn, withoutOutlived, withTheirs } from './field-changes.ts'
import { attentionItem, refusedItem, type Source } from './items.ts'
import { joinFamilies } from './join-families.ts'
import { matchCustomer, newProvisional } from './match.ts'
import { moveFamilies } from './move-families.ts'
import { signReleases } from './sign-releases.ts'
import type { View } from './view.ts'

/** What an operation comes to, before it is stored. */
export interface Effect {
  readonly outcome: Outcome
  readonly writes: readonly Write[]
  readonly items: readonly Item[]
  readonly entering: readonly Shift[]
  readonly leaving: readonly Shift[]
  readonly movedTo?: string
  readonly refused?: ProblemCode
}

/** That an operation was taken before a restore. */
export interface Before {
  /** When that was, by headquarters' clock. */
  readonly at: number
  /** Where a record is missing, `RecordsToCome` is thrown and nothing is stored. */
  readonly mayWait: boolean
}

/** What an operation may do, and what it looks at. */
export interface Looked {
  readonly checked: Checked
  readonly view: View
}

/** Runs an operation on what it looks at; what it comes to is not stored yet, but for its changes of fields. */
export async function effectOf(
  tx: Sql,
  source: Source,
  { checked, view }: Looked,
  { at, before }: { readonly at: number; readonly before: Before | undefined },
): Promise<Effect> {
  const { clock, device, operation } = source
  if (!checked.ok) return refusedEffect(source, checked.refusal)
  const present = view.present(operation)
  const carried = await carriesAll(tx, device, checked, present, view.standings)
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
  'takeNumber',
  'captureOrder',
  'captureAppointment',
  'takePayment',
  'countDrawer',
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
