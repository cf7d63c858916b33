import type { DeskCore } from '#renderer/data/desk-core.ts'
import { primeAnew } from '#renderer/data/prime.ts'

/** The database was lost and is a new one; `restored` pieces of unsent work came back from the journal. */
export interface Rebuilt {
  readonly at: number
  readonly restored: number
}

const name = 'database'
const notice = 'rebuilt'

/**
 * Whether Chromium's database is another one than at the last start: it deletes it whole on a full disk. Its name
 * stands in it and in what is kept beside it. Work goes on while the copy is filled anew, and the agent is told. [T2]
 */
export async function noticeRebuilt(core: DeskCore, restored: number): Promise<void> {
  const { local, machine, around } = core
  const here = await local.get<string>(name)
  const kept = machine.keep.get(name)
  if (here !== undefined && here === kept) return
  const lost = here === undefined && kept !== undefined
  if (lost) {
    await primeAnew(core, true)
    await local.set(notice, { at: around.now(), restored } satisfies Rebuilt)
  }
  // Last, so that a kill on the way makes the next start notice it again.
  const now = here ?? around.newId()
  machine.keep.set(name, now)
  await local.set(name, now)
}

export function rebuiltIn({ local }: Pick<DeskCore, 'local'>) {
  return local.watch<Rebuilt>(notice)
}

export function forgetRebuilt({ local }: Pick<DeskCore, 'local'>): Promise<void> {
  return local.remove(notice)
}
