import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import type { TestDesk } from '#tests/sync/desk.ts'
import { settled } from '#tests/sync/kendari.ts'

/** Headquarters loses records as if they had never been: no tombstone tells of them. */
export async function vanish(hq: TestHeadquarters, ids: readonly string[]): Promise<void> {
  for (const [table, column] of [
    ['feed', 'doc_id'],
    ['directory', 'customer_id'],
    ['document', 'id'],
  ])
    await hq.database.query(`delete from ${table} where ${column} = any($1::text[])`, [ids])
}

/** The desk's next proof is due. */
export async function prove(desk: TestDesk): Promise<void> {
  desk.clock.pass(3_600_000)
  await settled(desk)
}
