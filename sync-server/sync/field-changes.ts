import { amendable, type AmendableField } from '#domain/customer/customer.ts'
import { laterWins } from '#domain/customer/merge-fields.ts'
import type { FieldConflict } from '#domain/item/item.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import type { Records, Write } from '#domain/sync/records.ts'
import type { Attention } from '#domain/sync/step.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { fieldChangesOf, type FieldChange } from '#sync-server/storage/field-changes.ts'
import type { Source } from './items.ts'

const fields = Object.keys(amendable) as AmendableField[]

/** What an operation changes of customers that were there before, field by field: an item must be able to say whose value it met. */
export function fieldChangesIn(
  { device, operation }: Source,
  takenAt: number,
  base: Records,
  writes: readonly Write[],
): FieldChange[] {
  const { actorId, centreId, capturedAt } = operation
  return writes.flatMap((write) => {
    if (write.collection !== 'customers') return []
    const { record } = write
    const before = base.get('customers', record.id)
    if (before === undefined) return []
    return fields
      .filter((field) => before[field] !== record[field])
      .map((field) => ({
        customerId: record.id,
        field,
        actorId,
        centreId,
        deviceLabel: device.label,
        at: capturedAt,
        takenAt,
      }))
  })
}

/**
 * What comes again after a restore takes its old place: without its changes of preferences that somebody's later work,
 * taken by headquarters since, has changed once more. [B5]
 */
export async function withoutOutlived(tx: Sql, operation: Operation, takenAt: number): Promise<Operation> {
  const changing = operation.steps.filter(({ kind }) => kind === 'amendCustomer')
  if (changing.length === 0) return operation
  const changes = await fieldChangesOf(
    tx,
    changing.map(({ payload }) => String(payload['customerId'])),
  )
  const later = changes.filter((each) => each.takenAt > takenAt && laterWins(each.field))
  const outlived = ({ customerId }: Step['payload'], field: string) =>
    later.some((each) => each.customerId === customerId && each.field === field)
  const steps = operation.steps.map((step) => {
    if (!changing.includes(step)) return step
    const { changes: all, ...rest } = step.payload
    const kept = Object.entries(all as object).filter(([field]) => !outlived(step.payload, field))
    return { ...step, payload: { ...rest, changes: Object.fromEntries(kept) } }
  })
  return later.length === 0 ? operation : { ...operation, steps }
}

/** The conflicts with whose value stands at headquarters, since when and from where. [I1] */
export async function withTheirs<A extends Attention>(tx: Sql, attention: readonly A[]): Promise<A[]> {
  const customerIds = attention.flatMap(({ kind, customerId }) =>
    kind === 'conflict' && customerId !== undefined ? [customerId] : [],
  )
  if (customerIds.length === 0) return [...attention]
  const changes = await fieldChangesOf(tx, customerIds)
  const changeOf = (customerId: string | undefined, field: string) =>
    changes.find((each) => each.customerId === customerId && each.field === field)
  return attention.map((each) =>
    each.kind !== 'conflict' || each.fields === undefined
      ? each
      : {
          ...each,
          fields: each.fields.map((conflict) => stamped(conflict, changeOf(each.customerId, conflict.field))),
        },
  )
}

function stamped(conflict: FieldConflict, change: FieldChange | undefined): FieldConflict {
  return change === undefined
    ? conflict
    : {
        ...conflict,
        theirsBy: change.actorId,
        theirsAt: change.at,
        theirsCentreId: change.centreId,
        theirsDesk: change.deviceLabel,
      }
}
