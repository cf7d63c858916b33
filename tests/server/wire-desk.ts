import { stepOf } from '#domain/steps.ts'
import type { PayloadOf, StepName } from '#domain/steps.ts'
import { centrePartition, type Checkpoint, type FeedPage } from '#domain/sync/feed.ts'
import type { Operation, OperationResult, Step } from '#domain/sync/operation.ts'
import type { Enrolment, Session } from '#domain/sync/session.ts'
import type { Clock } from '#sync-server/clock.ts'
import type { Answered } from './headquarters.ts'
import type { InjectOptions } from 'fastify'

/** A desk as the wire sees it: one enrolled device with one signed-in person. */
export interface Desk {
  readonly enrolment: Enrolment
  readonly session: Session
  readonly partition: string
  get<T>(path: string): Promise<Answered<T>>
  post<T>(path: string, body: unknown): Promise<Answered<T>>
  /** An operation of this desk with the next counter. */
  operation(...steps: Step[]): Operation
  send(...operations: Operation[]): Promise<OperationResult[]>
  /** One step in an operation of its own. */
  take<K extends StepName>(
    kind: K,
    payload: PayloadOf<K>,
    seen?: Readonly<Record<string, unknown>>,
  ): Promise<OperationResult>
  page(partition: string, after: Checkpoint, limit?: number): Promise<FeedPage>
  /** Everything of a partition from the beginning. */
  all(partition?: string, limit?: number): Promise<FeedPage>
}

export const beginning: Checkpoint = { epoch: '', seq: 0, commit: '' }

/** How a desk's questions reach headquarters. */
export interface Wire {
  readonly clock: Pick<Clock, 'now' | 'newId'>
  ask<T>(options: InjectOptions, token?: string): Promise<Answered<T>>
}

export function deskOf(hq: Wire, enrolment: Enrolment, session: Session): Desk {
  let deviceSeq = enrolment.lastSeq
  const centreId = enrolment.centre.id
  const partition = centrePartition(centreId)
  const get = <T>(url: string) => hq.ask<T>({ method: 'GET', url }, session.accessToken)
  const post = <T>(url: string, payload: unknown) =>
    hq.ask<T>({ method: 'POST', url, payload: payload as object }, session.accessToken)
  const desk: Desk = {
    enrolment,
    session,
    partition,
    get,
    post,
    operation: (...steps) => ({
      opId: hq.clock.newId(),
      deviceId: enrolment.deviceId,
      deviceSeq: (deviceSeq += 1),
      actorId: session.person.id,
      centreId,
      capturedAt: hq.clock.now(),
      steps,
    }),
    async send(...operations) {
      const answer = await post<{ results: OperationResult[] }>('/v1/operations', { protocol: 1, operations })
      if (answer.status !== 200)
        throw new Error(`operations answered ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body.results
    },
    async take(kind, payload, seen) {
      const [result] = await desk.send(desk.operation(stepOf(kind, payload, seen)))
      if (result === undefined) throw new Error('no result')
      return result
    },
    async page(of, { epoch, seq, commit }, limit = 500) {
      const query = new URLSearchParams({
        partition: of,
        epoch,
        seq: String(seq),
        commit,
        limit: String(limit),
      })
      const answer = await get<FeedPage>(`/v1/feed?${query}`)
      if (answer.status !== 200)
        throw new Error(`feed answered ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async all(of = partition, limit = 500) {
      const changes: FeedPage['changes'] = []
      let after = beginning
      for (;;) {
        const page = await desk.page(of, after, limit)
        changes.push(...page.changes)
        after = page.checkpoint
        if (!page.more) return { changes, checkpoint: after, more: false }
      }
    },
  }
  return desk
}
