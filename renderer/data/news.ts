import { partitionsOf, type PartitionId } from '#domain/sync/feed.ts'
import type { Checkpoints } from '#renderer/data/checkpoints.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { Heads } from '#renderer/data/heads.ts'

interface Known {
  readonly core: Pick<DeskCore, 'enrolment' | 'outbox'>
  readonly checkpoints: Pick<Checkpoints, 'of'>
  readonly heads: Heads
}

/** The partitions in which something may be that is not here: headquarters told of it, or gave work of this desk a place there. [P8] */
function partitionsWithNews(known: Known): readonly PartitionId[] {
  const { core, checkpoints, heads } = known
  const answered = core.outbox.unsettled().flatMap(({ result }) => Object.entries(result?.seqs ?? {}))
  return carriedBy(known).filter((partition) => {
    const here = checkpoints.of(partition)?.seq ?? 0
    const isAnswered = answered.some(([each, seq]) => each === partition && seq > here)
    return isAnswered || heads.mayBeNew(partition, here)
  })
}

/** The same; all of them where nothing is known, for a round that asks nothing has heard nothing. */
export function partitionsToAsk(known: Known): readonly PartitionId[] {
  const news = partitionsWithNews(known)
  return news.length === 0 ? carriedBy(known) : news
}

export function hasNews(known: Known): boolean {
  return partitionsWithNews(known).length > 0
}

/** Whether headquarters has told of something that is not here. */
export function isBehind(known: Known): boolean {
  const { checkpoints, heads } = known
  return carriedBy(known).some((partition) => heads.isAhead(partition, checkpoints.of(partition)?.seq ?? 0))
}

function carriedBy({ core }: Known): readonly PartitionId[] {
  const device = core.enrolment.value
  return device === undefined ? [] : partitionsOf({ id: device.deviceId, centreId: device.centre.id })
}
