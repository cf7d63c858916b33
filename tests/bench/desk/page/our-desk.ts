import { filter, firstValueFrom } from 'rxjs'
import type { RxStorage } from 'rxdb/plugins/core'
import type { Role } from '#domain/staff/roles.ts'
import { afterReally } from '#renderer/data/after-really.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { doorOf, type Door } from '#renderer/data/door.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { answeringLink } from '#tests/bench/desk/page/answering-link.ts'
import type { Sizes } from '#tests/bench/desk/rows.ts'
import { testMachine } from '#tests/sync/test-machine.ts'

export interface OurDesk {
  readonly desk: Desk
  readonly door: Door
  /** ms from the first question for the snapshot until all of it is stored, and until it is proven by count and digest. */
  readonly primed: number
  readonly proven: number
  readonly close: () => Promise<void>
}

/** The console's whole data folder as `renderer/desk-worker.ts` opens it, enrolled at a headquarters in the page and filled from it. */
export async function openOurs(
  name: string,
  sizes: Sizes,
  storage: RxStorage<unknown, unknown> = replicaStorage(),
  role: Role = 'agent',
): Promise<OurDesk> {
  const { link, made } = answeringLink(sizes, role)
  const opened = await openDesk({
    name,
    storage,
    openLocal: () => openLocalStore(`${name}-local`),
    link,
    machine: testMachine(),
    around: {
      now: Date.now,
      newId: () => newIdFrom(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count))),
      random: Math.random,
      after: afterReally,
      passwordRounds: 1000,
    },
    clientVersion: 'bench',
  })
  const { desk } = opened
  const door = doorOf(desk)
  await must(door.run('enrol', { code: 'bench', name: 'Loket 1' }))
  const began = performance.now()
  await must(door.run('signIn', { username: 'ani', password: 'rahasia-sekali' }))
  await firstValueFrom(desk.priming.pipe(filter(({ stage }) => stage === 'done')))
  const primed = performance.now() - began - made.ms
  await firstValueFrom(desk.course.pipe(filter(({ ready }) => ready)))
  const proven = performance.now() - began - made.ms
  return { desk, door, primed, proven, close: () => opened.close() }
}

async function must(doing: Promise<{ readonly ok: boolean }>): Promise<void> {
  const done = await doing
  if (!done.ok) throw new Error(`the desk refused: ${JSON.stringify(done)}`)
}
