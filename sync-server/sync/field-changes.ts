import { amendable, type AmendableField } from '#domain/customer/customer.ts'
import type { FieldConflict } from '#domain/item/item.ts'
import type { Records, Write } from '#domain/sync/records.ts'
import type { Attention } from '#domain/sync/step.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { fieldChangesOf, type FieldChange } from '#sync-server/storage/field-changes.ts'
import type { Source } from './items.ts'

const fields = Object.keys(amendable) as AmendableField[]

/** What an operation changes of customers that were there before, field by field: an item must be able to say whose value it met. */
export function fieldChangesIn(
  { device, operation }: Source,
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
      }))
  })
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
