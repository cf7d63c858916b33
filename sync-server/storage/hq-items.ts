import type { Item } from '#domain/item/item.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import type { Sql } from './database.ts'

/** Items, the oldest first; of one centre or of all. */
export async function itemsOf(
  sql: Sql,
  asked: { readonly centreId?: string | undefined; readonly open: boolean },
): Promise<Item[]> {
  const rows = await sql.query<{ body: Item }>(
    `select body from document
     where collection = 'items' and not deleted and ($1::text is null or home = $1)
       and (not $2::boolean or body ->> 'status' = 'open')
     order by (body ->> 'at')::bigint, id`,
    [asked.centreId === undefined ? null : centrePartition(asked.centreId), asked.open],
  )
  return rows.map(({ body }) => body)
}

/** Items whose id begins so. */
export async function itemsBeginning(sql: Sql, idStart: string): Promise<Item[]> {
  const rows = await sql.query<{ body: Item }>(
    `select body from document
     where collection = 'items' and not deleted and left(id, $2::integer) = $1 order by id limit 2`,
    [idStart, idStart.length],
  )
  return rows.map(({ body }) => body)
}
