import type { Database } from '#sync-server/storage/database.ts'
import { systemClock } from '#sync-server/clock.ts'
import type { Write } from '#domain/sync/records.ts'
import { headquarters } from '#tests/server/headquarters.ts'
import { customer, subscription } from '#tests/server/payloads.ts'
import type { Desk } from '#tests/server/wire-desk.ts'

export interface OperatorOptions {
  /** Where it is: by its address, or open. */
  readonly url?: string
  readonly database?: Database
  readonly centres: number
  readonly desksPerCentre: number
  readonly customersPerCentre: number
}

/** Centres with desks that are signed in, and customers, in a database at this address. */
export async function seedOperator(options: OperatorOptions): Promise<readonly Desk[]> {
  await using hq = await headquarters({
    url: options.url,
    ...(options.database === undefined ? {} : { database: options.database }),
    clock: { ...systemClock, advance: () => undefined },
  })
  const desks: Desk[] = []
  for (let n = 0; n < options.centres; n++) {
    const centreId = `C${String(n).padStart(3, '0')}`
    await hq.seedCentre(centreId)
    await hq.seedStaff(`ani-${centreId}`, 'agent', centreId)
    const writes = Array.from({ length: options.customersPerCentre }, (_, each): Write[] => [
      { collection: 'customers', record: customer(customerIdOf(centreId, each), centreId) },
      {
        collection: 'subscriptions',
        record: subscription(`${centreId}-s${each}`, customerIdOf(centreId, each), numberOf(n, each)),
      },
    ])
    await hq.write(writes.flat(), `c:${centreId}`)
    for (let desk = 0; desk < options.desksPerCentre; desk++)
      desks.push(await hq.desk(centreId, `ani-${centreId}`))
  }
  return desks
}

export const customerIdOf = (centreId: string, n: number) => `${centreId}-c${n}`

const numberOf = (centre: number, n: number) =>
  `+62817${String(centre).padStart(3, '0')}${String(n).padStart(5, '0')}`
