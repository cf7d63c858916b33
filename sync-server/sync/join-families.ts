import { centrePartition, type PartitionId } from '#domain/sync/feed.ts'
import type { Records, Ref, Write } from '#domain/sync/records.ts'
import { membershipsOf, type Shift } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { refsOfCustomers } from '#sync-server/storage/documents.ts'

const customer = (id: string): Ref => ({ collection: 'customers', id })

/**
 * Two records have become one customer: whoever holds the one shall find the other. The absorbed record goes, with its
 * tickets and contacts, where the survivor is; the survivor, with its lines, goes where the absorbed one is.
 */
export async function joinFamilies(
  tx: Sql,
  base: Records,
  writes: readonly Write[],
  centreId: string,
): Promise<Shift[]> {
  const shifts: Shift[] = []
  for (const write of writes) {
    if (write.collection !== 'customers' || write.record.mergedInto === undefined) continue
    if (base.get('customers', write.record.id)?.mergedInto === write.record.mergedInto) continue
    const absorbed = {
      id: write.record.id,
      feeds: await feedsOf(tx, write.record.id, [write.record.homeCentreId, centreId]),
    }
    const survivor = { id: write.record.mergedInto, feeds: await feedsOf(tx, write.record.mergedInto, []) }
    const brought = [
      ...(await refsOfCustomers(
        tx,
        [absorbed.id],
        ['tickets', 'ticketEvents', 'contacts', 'subscriptions', 'orders'],
      )),
      ...writes.flatMap((other) =>
        hangsOn(other, absorbed.id) ? [{ collection: other.collection, id: other.record.id }] : [],
      ),
    ]
    const lines = await refsOfCustomers(tx, [survivor.id], ['subscriptions'])
    shifts.push(...[customer(absorbed.id), ...brought].map((ref) => ({ ...ref, partitions: survivor.feeds })))
    shifts.push(...[customer(survivor.id), ...lines].map((ref) => ({ ...ref, partitions: absorbed.feeds })))
  }
  return shifts
}

/** The centres' feeds that a customer is in. A guest's device is not one: its visit ends by itself. */
async function feedsOf(tx: Sql, customerId: string, centreIds: readonly string[]): Promise<PartitionId[]> {
  const present = (await membershipsOf(tx, [customer(customerId)])).map(({ partition }) => partition)
  return [
    ...new Set([
      ...present.filter((partition) => partition.startsWith('c:')),
      ...centreIds.map(centrePartition),
    ]),
  ]
}

function hangsOn({ collection, record }: Write, customerId: string): boolean {
  return collection !== 'items' && 'customerId' in record && record.customerId === customerId
}
