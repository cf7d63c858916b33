import type { BehaviorSubject } from 'rxjs'
import type { Problem, ProblemCode } from '#domain/problems.ts'
import { partitionsOf, tooLargeForPages } from '#domain/sync/feed.ts'
import type { Checkpoints } from '#renderer/data/checkpoints.ts'
import { compare, pullAnew } from '#renderer/data/compare.ts'
import type { PrimingView, SyncView } from '#renderer/data/contract.ts'
import { forgetExports } from '#renderer/data/courier/memory.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { Heads } from '#renderer/data/heads.ts'
import { isBehind, partitionsToAsk } from '#renderer/data/news.ts'
import { handIn } from '#renderer/data/hand-in.ts'
import { sendAcceptedAgain } from '#renderer/data/history.ts'
import { isPrimed, prime, primeAnew } from '#renderer/data/prime.ts'
import { pull } from '#renderer/data/pull.ts'
import { repair } from '#renderer/data/repair.ts'
import { retryParked } from '#renderer/data/retry-parked.ts'
import type { Sessions } from '#renderer/data/session.ts'
import { settle } from '#renderer/data/settle.ts'
import { upload, type Send } from '#renderer/data/upload.ts'

/** What the conductor knows of the line and of the last rounds. */
export interface Course {
  readonly link: SyncView['link']
  readonly activity: SyncView['activity']
  readonly ready: boolean
  readonly lastAcknowledgedAt?: number | undefined
  readonly problem?: Problem | undefined
}

export interface Parts {
  readonly core: DeskCore
  readonly sessions: Sessions
  readonly checkpoints: Checkpoints
  readonly heads: Heads
  readonly priming: BehaviorSubject<PrimingView>
  readonly course: BehaviorSubject<Course>
  /** What the desk says of itself after a round. */
  readonly tell: (token: string) => Promise<void>
  /** When the search has its index, or never will. */
  readonly indexed: Promise<unknown>
}

/** Work that stays here for now; what is new at headquarters comes all the same. */
const goesOn: readonly ProblemCode[] = ['internal', 'headquarters_too_old']

/** What a round is to do besides sending what waits. */
export interface Due {
  readonly proof: boolean
  readonly parked: () => boolean
  /** Whether to ask for all partitions, whatever is known of them. */
  readonly everything: boolean
}

/**
 * One round with headquarters: unsent work first, then what is new there, then the proof that both agree.
 * Answers the problem that stopped it; `undefined` when this desk has everything and headquarters too.
 */
export async function round(parts: Parts, due: Due): Promise<Problem | undefined> {
  const { core, sessions, checkpoints, priming } = parts
  const device = core.enrolment.value
  if (device === undefined) return { code: 'device_unknown' }
  const partitions = partitionsOf({ id: device.deviceId, centreId: device.centre.id })
  const begin = await sessions.call(async (token) => ({ ok: true, value: token }))
  if (!begin.ok) return begin.problem

  say(parts, { activity: 'sending' })
  if (core.mending.due) await repair(core)
  const send: Send = (operations, again) => sessions.call((token) => core.link.send(token, operations, again))
  const handing = await handIn(core, (operation) =>
    sessions.call((token) => core.link.setAside(token, operation)),
  )
  let sending = await upload(core, send)
  if (sending !== undefined && !goesOn.includes(sending.code)) return sending
  if (due.parked() && (await retryParked(core, send))) sending = await upload(core, send)
  const unsent = sending ?? handing
  if (unsent !== undefined && !goesOn.includes(unsent.code)) return unsent

  // A full disk makes Chromium delete the whole replica: what is new waits until there is room. [P7]
  if ((await core.machine.diskRoom()) === 'stop') return { code: 'disk_low' }

  if (!(await isPrimed(core))) {
    say(parts, { activity: 'priming', link: 'up' })
    const problem = await withToken(parts, (token) => prime(core, token, partitions, checkpoints, priming))
    if (problem !== undefined) {
      // While it waits, nobody knows for how long.
      const { usableIn: _, ...soFar } = priming.value
      priming.next({ ...soFar, stage: 'waiting', problem: problem.code })
      return problem
    }
  }
  say(parts, { activity: 'pulling', link: 'up' })
  const isProofDue = due.proof || !parts.course.value.ready
  const asked = due.everything || isProofDue ? partitions : partitionsToAsk(parts)
  for (const partition of asked) parts.heads.asking(partition)
  const problem = await withToken(parts, (token) => pull(core, token, asked, checkpoints))
  if (problem?.code === 'history_changed') {
    const isOther = problem.detail !== tooLargeForPages
    // In this order: a desk that ends between the two still stands in the old history and does both again.
    if (isOther) await sendAcceptedAgain(core)
    await core.exclusive(async () => {
      if (isOther) await forgetExports(core)
      await primeAnew(core)
    })
    say(parts, { ready: false })
  }
  if (problem !== undefined) return problem
  await settle(core, (partition) => checkpoints.of(partition)?.seq)
  // Where more has come already there is nothing yet to compare with.
  return (isProofDue && !isBehind(parts) ? await prove(parts, partitions) : undefined) ?? unsent
}

/** Count and digest of every collection; what differs is pulled anew. */
async function prove(parts: Parts, partitions: readonly string[]): Promise<Problem | undefined> {
  const { core, sessions, checkpoints } = parts
  // Both read what is said of every record; a person waits for the search.
  await parts.indexed
  const digest = await sessions.call((token) => core.link.digest(token))
  if (!digest.ok) return digest.problem
  const comparison = await compare(core, digest.value, checkpoints)
  if (comparison.kind === 'moved') return undefined
  if (comparison.kind === 'different') {
    say(parts, { ready: false })
    const { collections } = comparison
    const problem = await pullAnew(core, (ask) => sessions.call(ask), partitions, collections, checkpoints)
    return problem ?? { code: 'internal', detail: `pulled anew: ${collections.join(', ')}` }
  }
  say(parts, { ready: true })
  return undefined
}

async function withToken(
  parts: Parts,
  work: (token: string) => Promise<Problem | undefined>,
): Promise<Problem | undefined> {
  const answer = await parts.sessions.call(async (token) => {
    const problem = await work(token)
    return problem === undefined ? { ok: true, value: null } : { ok: false, problem }
  })
  return answer.ok ? undefined : answer.problem
}

export function say({ course }: Pick<Parts, 'course'>, news: Partial<Course>): void {
  course.next({ ...course.value, ...news })
}
