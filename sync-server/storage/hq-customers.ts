import type { Sql } from './database.ts'

/** The customers who are told this code. */
export async function idsByCode(sql: Sql, code: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id from document where collection = 'customers' and body ->> 'code' = $1 and not deleted order by id`,
    [code],
  )
  return rows.map(({ id }) => id)
}
