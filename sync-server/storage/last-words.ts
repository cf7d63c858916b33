import type { Sql } from './database.ts'

const most = 10_000
const mostBytes = 64_000_000

/** Counts one operation of a revoked device; false when the device has handed over as much as any desk can have. */
export async function countLastWord(tx: Sql, deviceId: string, bytes: number): Promise<boolean> {
  const counted = await tx.query(
    `update device set last_words = last_words + 1, last_words_bytes = last_words_bytes + $2
     where id = $1 and last_words < $3 and last_words_bytes + $2 <= $4 returning id`,
    [deviceId, bytes, most, mostBytes],
  )
  return counted.length > 0
}
