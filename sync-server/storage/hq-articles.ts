import type { Reference } from '#domain/reference/reference.ts'
import type { Sql } from './database.ts'

/** Articles and notices, by their ids. */
export function articlesOf(sql: Sql): Promise<Reference[]> {
  return referenceOf(sql, ['article', 'notice'])
}

export function reasonsOf(sql: Sql): Promise<Reference[]> {
  return referenceOf(sql, ['reason'])
}

async function referenceOf(sql: Sql, kinds: readonly string[]): Promise<Reference[]> {
  const rows = await sql.query<{ body: Reference }>(
    `select body from document
     where collection = 'reference' and body ->> 'kind' = any($1::text[]) and not deleted order by id`,
    [kinds],
  )
  return rows.map(({ body }) => body)
}
