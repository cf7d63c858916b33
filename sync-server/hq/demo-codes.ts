import { codeHash, createDeviceCode } from '#sync-server/auth/device-codes.ts'
import type { Clock } from '#sync-server/clock.ts'
import type { DemoCode } from '#sync-server/hq/demo-notes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { usableAmong } from '#sync-server/storage/hq-demo.ts'

const wanted = { KDI: 3, HQ: 2 } as const
const week = 7 * 86_400_000
/** A code that is shown now should still work tomorrow. */
const dayMs = 86_400_000

/** The codes that are still good, and new ones in place of those that were used or are about to expire. */
export async function freshCodes(tx: Sql, clock: Clock, old: readonly DemoCode[]): Promise<DemoCode[]> {
  const usable = await usableAmong(
    tx,
    old.map(({ code }) => codeHash(code)),
    clock.now() + dayMs,
  )
  const codes: DemoCode[] = []
  for (const [centreId, many] of Object.entries(wanted)) {
    const good = old.filter((each) => each.centreId === centreId && usable.has(codeHash(each.code)))
    codes.push(...good)
    for (let missing = many - good.length; missing > 0; missing--) {
      const code = await createDeviceCode(tx, clock, { centreId, ttl: week })
      if (code !== undefined) codes.push({ centreId, code, expiresAt: clock.now() + week })
    }
  }
  return codes
}
