import type { Problem } from '#domain/problems.ts'
import type { PartitionId } from '#domain/sync/feed.ts'
import { beginning, type Checkpoints } from '#renderer/data/checkpoints.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { take } from '#renderer/data/take.ts'

const pageSize = 500

/** Pulls each partition until it is caught up, one page after the other: the next is asked for when the last is stored. [P2] */
export async function pull(
  core: DeskCore,
  token: string,
  partitions: readonly PartitionId[],
  checkpoints: Checkpoints,
): Promise<Problem | undefined> {
  for (const partition of partitions) {
    for (let more = true; more;) {
      const answer = await core.link.page(token, partition, checkpoints.of(partition) ?? beginning, pageSize)
      if (!answer.ok) return answer.problem
      const { changes, checkpoint } = answer.value
      await take(core, changes)
      const before = checkpoints.of(partition)
      if (before?.seq !== checkpoint.seq || before.commit !== checkpoint.commit)
        await checkpoints.move(partition, checkpoint)
      more = answer.value.more
    }
  }
  return undefined
}
