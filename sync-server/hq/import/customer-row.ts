import { centrePartition } from '#domain/sync/feed.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { checkedRecord } from '#sync-server/hq/import/checked-record.ts'
import { evaluateFields, hold, type Cells } from '#sync-server/hq/import/evaluate.ts'
import type { ImportedRow, ImportPlace } from '#sync-server/hq/import/imported-row.ts'
import type { CustomersMapping } from '#sync-server/hq/import/mapping.ts'
import { sourceUuid } from '#sync-server/hq/import/source-uuid.ts'

/** A customer with its lines. */
export function customerRow(
  mapping: CustomersMapping,
  cells: Cells,
  sourceId: string,
  place: ImportPlace,
): ImportedRow {
  const partitions = [centrePartition(place.centre.id)]
  const id = sourceUuid(mapping.source, sourceId, 'customer')
  const fields = evaluateFields(mapping.record, cells, place.now)
  const customer = checkedRecord('customers', { ...fields, id, rev: 0, homeCentreId: place.centre.id })
  const lines = (mapping.subscriptions ?? [])
    .filter(({ when }) => hold(when, cells))
    .map(({ key, record }): Placed => {
      const line = {
        ...evaluateFields(record, cells, place.now),
        id: sourceUuid(mapping.source, sourceId, key),
        rev: 0,
        customerId: id,
      }
      return { collection: 'subscriptions', record: checkedRecord('subscriptions', line), partitions }
    })
  return {
    collection: 'customers',
    id,
    code: customer.code,
    placed: [{ collection: 'customers', record: customer, partitions }, ...lines],
  }
}
