import type { CollectionName, RecordOf } from '#domain/entities.ts'
import { stepOf, type PayloadOf, type StepName } from '#domain/steps.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { demoPassword } from './demo.ts'

/** A colleague at another counter, without a screen: over the real wire. */
export interface OtherDesk {
  readonly label: string
  readonly personId: string
  newId(): string
  take<K extends StepName>(
    kind: K,
    payload: PayloadOf<K>,
    seen?: Readonly<Record<string, unknown>>,
  ): Promise<OperationResult>
  /** What the centre carries of a collection, by id. */
  all<C extends CollectionName>(collection: C): Promise<RecordOf<C>[]>
}

export async function otherDesk(url: string, code: string, username: string): Promise<OtherDesk> {
  const link = httpLink((path, init) => fetch(url + path, init))
  const { deviceId, deviceSecret, label, centre } = must(await link.enrol({ code, name: 'Loket lain' }))
  const { accessToken, person } = must(
    await link.signIn({ deviceId, deviceSecret, username, password: demoPassword }),
  )
  const newId = () => newIdFrom(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count)))
  const made = { seq: 0 }
  return {
    label,
    personId: person.id,
    newId,
    async take(kind, payload, seen) {
      const operation = {
        opId: newId(),
        deviceId,
        deviceSeq: (made.seq += 1),
        actorId: person.id,
        centreId: centre.id,
        capturedAt: Date.now(),
        steps: [stepOf(kind, payload, seen)],
      }
      const [result] = must(await link.send(accessToken, [operation], []))
      if (result === undefined) throw new Error('no result')
      return result
    },
    async all<C extends CollectionName>(collection: C) {
      const part = must(
        await link.snapshotPart(accessToken, {
          partition: centrePartition(centre.id),
          collection,
          afterId: '',
          limit: 1000,
        }),
      )
      return part.records as unknown as RecordOf<C>[]
    },
  }
}

function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}
