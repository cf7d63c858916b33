import { removeRxDatabase } from 'rxdb/plugins/core'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { filter, firstValueFrom, Observable } from 'rxjs'
import { afterReally } from '#renderer/data/after-really.ts'
import type { Queries, QueryName } from '#renderer/data/contract.ts'
import { doorOf, type Door } from '#renderer/data/door.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { openPractice } from '#renderer/data/practice/open-practice.ts'
import { practiceMachine } from '#renderer/data/practice/practice-machine.ts'

/** A practice desk and its door: real queries, real commands and a real replica, in memory. */
export async function practising() {
  const lent = practiceMachine(() => undefined)
  const newId = () => newIdFrom(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count)))
  const desk = await openPractice({
    machine: lent,
    around: { now: Date.now, newId, random: Math.random, after: afterReally, passwordRounds: 1 },
    clientVersion: 'test',
  })
  const close = async () => {
    await desk.conductor.close()
    await desk.core.replica.close()
    // The next practice of this process begins with nothing, as a page does.
    await removeRxDatabase('loket-practice', getRxStorageMemory(), false)
  }
  return { desk, door: doorOf(desk), close }
}

export function when<N extends QueryName>(
  door: Door,
  name: N,
  args: Parameters<Queries[N]>,
  is: (answer: ReturnType<Queries[N]>) => boolean,
): Promise<ReturnType<Queries[N]>> {
  const answers = new Observable<ReturnType<Queries[N]>>((observer) =>
    door.watch(name, args, (answer) => observer.next(answer)),
  )
  return firstValueFrom(answers.pipe(filter(is)))
}
