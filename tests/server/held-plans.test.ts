import { expect, test } from 'vitest'
import { snapshotPart } from '#sync-server/sync/snapshot.ts'
import { heldOf } from '#sync-server/sync/held.ts'
import { openCentre } from '#tests/bench/desk/centre.ts'
import { placedRows, sizesOf } from '#tests/bench/desk/rows.ts'
import { postgresql } from './postgresql.ts'
import { rowsLookedAt, watching, type Watched } from './watched-plans.ts'

const sizes = sizesOf(1500)
const limit = 300

test('what a desk holds is asked id by id, also of a table of which there are no statistics yet', async () => {
  await using cluster = await postgresql()
  await using centre = await openCentre(1, import.meta.dirname, {
    url: await cluster.createDatabase(),
    others: (staffId) => placedRows(sizes, staffId),
  })
  const { database } = centre.hq
  for (const collection of ['tickets', 'contacts'] as const) {
    const ask = { partition: 'c:KDI', collection, afterId: '', limit }
    const part = await snapshotPart(database, ['c:KDI'], ask)
    if (!part.ok) throw new Error('there is no part')
    for (const statistics of ['none', 'new']) {
      if (statistics === 'new') await database.query('analyze')
      const watched: Watched[] = []
      const held = await heldOf(
        watching(database, (each) => watched.push(each)),
        ask,
        part.value.records,
        ['customers', 'subscriptions', 'tickets'],
      )
      const [first] = part.value.records as unknown as readonly { customerId: string }[]
      expect(held?.has(first?.customerId ?? '')).toBe(true)
      expect(held?.under(first?.customerId ?? '').length).toBeGreaterThan(0)
      const looked = watched.map(({ plan }) => rowsLookedAt(plan))
      expect(looked).toHaveLength(2)
      // Of a centre with 13,500 records.
      expect(Math.max(...looked), `${collection}, statistics: ${statistics}`).toBeLessThan(5 * limit)
    }
  }
}, 60_000)
