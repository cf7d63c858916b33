import type { Problem } from '#domain/problems.ts'
import type { PartitionId } from '#domain/sync/feed.ts'
import { beginning, type Checkpoints } from '#renderer/data/checkpoints.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { paced } from '#renderer/data/paced.ts'
import { isPulled } from '#renderer/data/settle.ts'
import { take } from '#renderer/data/take.ts'

/**
 * Pulls each partition until it is caught up: its next page is asked for when the last is stored. [P2] The first pages
 * are asked for at once, since a far line takes its time for each; they are taken in the order of the partitions.
 */
export async function pull(
  core: DeskCore,
  token: string,
  partitions: readonly PartitionId[],
  checkpoints: Checkpoints,
): Promise<Problem | undefined> {
  const ask = (partition: PartitionId) => {
    const after = checkpoints.of(partition) ?? beginning
    return paced(core.around, core.paces.page, {
      ask: (limit) => core.link.page(token, partition, after, limit, lastAnswered(core, partition)),
      weight: ({ changes }) => changes.length,
    })
  }
  const firsts = partitions.map((partition) => ({ partition, first: ask(partition) }))
  for (const { partition, first } of firsts) {
    for (let asked = first, more = true; more;) {
      if ((await core.machine.diskRoom()) === 'stop') return { code: 'disk_low' }
      const answer = await asked
      if (!answer.ok) return answer.problem
      const { changes, checkpoint } = answer.value
      const seqs = { [partition]: checkpoint.seq }
      await take(
        core,
        changes,
        isPulled((each) => seqs[each] ?? checkpoints.of(each)?.seq),
      )
      const before = checkpoints.of(partition)
      const moved = before?.seq !== checkpoint.seq || before.commit !== checkpoint.commit
      if (moved) await checkpoints.move(partition, checkpoint)
      more = answer.value.more
      // Asked again at once it would turn for ever. [U8]
      if (more && !moved) return { code: 'internal', detail: 'the page does not move on' }
      if (more) asked = ask(partition)
    }
  }
  return undefined
}

/**
 * The operation whose answer stands highest in a partition, of those whose effect has not been pulled: a headquarters
 * that was restored to before it, though not to before this desk's place, would else never be noticed. [B4]
 */
function lastAnswered({ outbox }: DeskCore, partition: PartitionId): string | undefined {
  const placed = outbox.unsettled().flatMap(({ opId, result }) => {
    const seq = result?.seqs[partition]
    return seq === undefined ? [] : [{ opId, seq }]
  })
  return placed.toSorted((a, b) => a.seq - b.seq).at(-1)?.opId
}
