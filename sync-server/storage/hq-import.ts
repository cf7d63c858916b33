import type { CollectionName } from '#domain/entities.ts'
import type { Sql } from './database.ts'

/** Which of some ids and human codes records of a collection have already. */
export async function takenAmong(
  tx: Sql,
  collection: CollectionName,
  ids: readonly string[],
  codes: readonly string[],
): Promise<{ readonly ids: ReadonlySet<string>; readonly codes: ReadonlySet<string> }> {
  const byId = await tx.query<{ id: string }>(
    'select id from document where collection = $1 and id = any($2::text[])',
    [collection, ids],
  )
  const byCode = await tx.query<{ code: string }>(
    `select body ->> 'code' as code from document where collection = $1 and body ->> 'code' = any($2::text[]) and not deleted`,
    [collection, codes],
  )
  return { ids: new Set(byId.map(({ id }) => id)), codes: new Set(byCode.map(({ code }) => code)) }
}
