import { runHq } from '#sync-server/hq/run-hq.ts'
import type { TestHeadquarters } from './headquarters.ts'

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs headquarters' command line on a database, and answers what it said. */
export async function runOn(
  { database, clock }: Pick<TestHeadquarters, 'database' | 'clock'>,
  args: readonly string[],
  mostRecords = 1_000_000,
): Promise<Ran> {
  const said = { out: [] as string[], err: [] as string[] }
  const exit = await runHq(args, {
    clock,
    database: () => Promise.resolve(database),
    mostRecords: () => mostRecords,
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
  })
  return { exit, out: said.out.join('\n'), err: said.err.join('\n') }
}
