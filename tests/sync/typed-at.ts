import { runHq } from '#sync-server/hq/run-hq.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'

/** What an admin types at headquarters; answers what it said. */
export async function typedAt(
  { database, clock }: TestHeadquarters,
  ...args: readonly string[]
): Promise<string> {
  const said: string[] = []
  const line = (text: string) => void said.push(text)
  await runHq(args, {
    clock,
    database: async () => database,
    mostRecords: () => 100_000,
    out: line,
    err: line,
  })
  return said.join('\n')
}
