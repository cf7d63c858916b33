import { headquarters, type TestHeadquarters } from '#tests/server/headquarters.ts'
import type { TestDesk } from '#tests/sync/desk.ts'

/** A headquarters with one centre, Kendari, and its people. */
export async function kendari(): Promise<TestHeadquarters> {
  const hq = await headquarters()
  await hq.seedCentre('KDI', 'WITA')
  await hq.seedStaff('ani', 'agent', 'KDI')
  await hq.seedStaff('budi', 'branch', 'KDI')
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  return hq
}

export const ani = { centreId: 'KDI', username: 'ani' } as const
/** A customer as a desk that does not know it writes it down. */
export const person = (name: string, phone = '+628171234567') =>
  ({ kind: 'person', provenance: 'provisional', segment: 'consumer', name, language: 'id', phone }) as const

/** People in a row, each with a number of their own. */
export async function registerMany(desk: TestDesk, count: number, from = 0): Promise<string[]> {
  const ids: string[] = []
  for (let index = from; index < from + count; index++)
    ids.push(
      (await desk.must('registerCustomer', person(`Orang ${index}`, `+62817${String(1_000_000 + index)}`)))
        .customerId,
    )
  return ids
}

/** Rounds with the pauses between them passed, until the outbox is empty and both sides agree. */
export async function settled(desk: TestDesk, rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await desk.sync()
    const { waiting, ready } = await desk.ask('sync')
    if (waiting === 0 && ready) return
    desk.clock.pass(30_000)
  }
}

export const countAt = async (hq: TestHeadquarters, collection: string) =>
  (
    await hq.database.query<{ n: number }>(
      `select count(*)::int as n from document where collection = '${collection}'`,
    )
  )[0]?.n
