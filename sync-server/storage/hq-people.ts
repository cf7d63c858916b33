import type { Reference } from '#domain/reference/reference.ts'
import type { Sql } from './database.ts'

/** Everybody who serves or served, by centre and user name. */
export async function peopleOf(sql: Sql): Promise<Reference[]> {
  const rows = await sql.query<{ body: Reference }>(
    `select body from document where collection = 'reference' and body ->> 'kind' = 'staff' and not deleted
     order by body ->> 'centreId', body ->> 'code'`,
  )
  return rows.map(({ body }) => body)
}
