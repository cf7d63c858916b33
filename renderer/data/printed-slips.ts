import { map, type Observable } from 'rxjs'
import type { DeskCore } from '#renderer/data/desk-core.ts'

const key = 'printed-slips'
/** Some weeks of a busy counter; whoever comes back later than that brings the old slip. */
const kept = 2_000

/** The slips that this PC has printed, the newest last. Never replicated. */
export function printedSlips({ local }: Pick<DeskCore, 'local'>): Observable<ReadonlySet<string>> {
  return local.watch<readonly string[]>(key).pipe(map((ids) => new Set(ids)))
}

export async function rememberSlip({ local }: Pick<DeskCore, 'local'>, id: string): Promise<void> {
  const ids = (await local.get<readonly string[]>(key)) ?? []
  await local.set(key, [...ids.filter((each) => each !== id), id].slice(-kept))
}
