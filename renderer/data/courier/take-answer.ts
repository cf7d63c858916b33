import type { ReadAnswer } from '#domain/courier/answer.ts'
import { partitionsOf, type PartitionId } from '#domain/sync/feed.ts'
import { compare, pullAnew } from '#renderer/data/compare.ts'
import { acknowledge } from '#renderer/data/conductor.ts'
import type { CourierImport } from '#renderer/data/courier/contract.ts'
import { answerLink } from '#renderer/data/courier/answer-link.ts'
import { askForWhole, importKey, moveWith } from '#renderer/data/courier/memory.ts'
import { newestOf } from '#renderer/data/courier/newest.ts'
import { planOf, type Plan } from '#renderer/data/courier/plan.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { sendAcceptedAgain } from '#renderer/data/history.ts'
import { newPaces } from '#renderer/data/pace.ts'
import { isPrimed, prime, primeAnew } from '#renderer/data/prime.ts'
import { pull } from '#renderer/data/pull.ts'
import { say } from '#renderer/data/round.ts'
import { settle, takeResults } from '#renderer/data/settle.ts'

type Parts = Pick<Desk, 'core' | 'checkpoints' | 'priming' | 'course'>

/** A desk with the file in the place of its line, and what it made of the file. */
interface There {
  readonly core: DeskCore
  readonly partitions: readonly PartitionId[]
  readonly tally: { changes: number; newerHere: boolean }
}

const noToken = ''

/** An answer into the outbox and the replica, as if a round had brought it. Runs while no round does. */
export async function takeAnswer(parts: Parts, read: ReadAnswer): Promise<Done<CourierImport>> {
  const { core, checkpoints } = parts
  const device = core.enrolment.value
  if (device === undefined) return { ok: false, problem: 'device_unknown' }
  const partitions = partitionsOf({ id: device.deviceId, centreId: device.centre.id })
  const plan = await planOf(core, checkpoints, partitions, read)
  if (typeof plan === 'string') return { ok: false, problem: plan }
  const answered = newResults(core, read)
  if (plan.overtaken && answered === 0) return { ok: false, problem: 'courier_old' }
  if ((await core.machine.diskRoom()) === 'stop') return { ok: false, problem: 'disk_low' }
  try {
    const there = await thereOf(core, read, plan, partitions)
    if (plan.newHistory) await moveHistory(parts, read)
    await takeResults(core, read.answer.results)
    await takeChanges(parts, there, plan)
    await settle(core, (partition) => checkpoints.of(partition)?.seq)
    const { changes } = there.tally
    const agreement = await prove(parts, there, read, plan)
    const imported: CourierImport = {
      at: core.around.now(),
      asOf: read.answer.at,
      answered,
      changes,
      agreement,
    }
    await core.local.set(importKey, imported)
    return { ok: true, value: imported }
  } catch {
    // A store that failed. What was taken has its place stored after it, so the same file goes on from there.
    say(parts, { ready: false })
    return { ok: false, problem: 'courier_cut' }
  }
}

/** How many of the desk's unanswered operations the file answers. */
function newResults({ outbox }: DeskCore, { answer }: ReadAnswer): number {
  const answeredIds = new Set(answer.results.map(({ opId }) => opId))
  return outbox.unsettled().filter(({ opId, result }) => result === undefined && answeredIds.has(opId)).length
}

async function thereOf(
  core: DeskCore,
  read: ReadAnswer,
  plan: Plan,
  partitions: readonly PartitionId[],
): Promise<There> {
  const tally = { changes: 0, newerHere: false }
  // Across histories a higher revision is not a newer one.
  const sameHistory = !read.answer.restored || (!plan.newHistory && (await isPrimed(core)))
  const link = answerLink(read, async (changes) => {
    const newest = sameHistory ? await newestOf(core, changes) : changes
    tally.changes += changes.length
    tally.newerHere ||= newest.some((change, place) => change !== changes[place])
    return newest
  })
  // How quickly a file is read says nothing of the line.
  return { core: { ...core, link, paces: newPaces() }, partitions, tally }
}

/** As a round does on `history_changed`; the accepted work first, so that a stop between the two is made good. */
async function moveHistory({ core }: Parts, { answer }: ReadAnswer): Promise<void> {
  await sendAcceptedAgain(core)
  await core.exclusive(async () => {
    await primeAnew(core)
    await moveWith(core, answer.to)
  })
}

async function takeChanges(parts: Parts, { core, partitions }: There, { take }: Plan): Promise<void> {
  if (take === 'nothing') return
  if (take === 'whole') await primeAnew(core)
  const problem =
    take === 'whole'
      ? await prime(core, noToken, partitions, parts.checkpoints, parts.priming)
      : await pull(core, noToken, partitions, parts.checkpoints)
  if (problem !== undefined) throw new Error('the file has not all that it was checked to have')
}

/** *Ready* is said only when count and digest of every collection agree with headquarters at the file's instant. [P5] */
async function prove(
  parts: Parts,
  { core, partitions, tally }: There,
  { answer }: ReadAnswer,
  { overtaken }: Plan,
): Promise<CourierImport['agreement']> {
  if (overtaken) return 'overtaken'
  let comparison = await compare(core, answer.digest, parts.checkpoints)
  const isWhole = Object.keys(answer.heads).length > 0
  if (comparison.kind === 'different' && isWhole && !tally.newerHere) {
    const { collections } = comparison
    await pullAnew(core, (ask) => ask(noToken), partitions, collections, parts.checkpoints)
    comparison = await compare(core, answer.digest, parts.checkpoints)
  }
  const agreed = comparison.kind === 'equal'
  await askForWhole(core, !agreed)
  say(parts, { ready: agreed })
  // The line may have confirmed a later instant.
  if (agreed) await acknowledge(parts, Math.max(answer.at, parts.course.value.lastAcknowledgedAt ?? 0))
  return agreed ? 'agreed' : 'differs'
}
