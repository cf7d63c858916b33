import type { BehaviorSubject } from 'rxjs'
import { collectionNames, type CollectionName } from '#domain/entities.ts'
import type { Problem } from '#domain/problems.ts'
import type { FeedChange, PartitionId, SnapshotHead } from '#domain/sync/feed.ts'
import type { Checkpoints } from '#renderer/data/checkpoints.ts'
import type { PrimingView } from '#renderer/data/contract.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { newForecast } from '#renderer/data/forecast.ts'
import { paced } from '#renderer/data/paced.ts'
import { take } from '#renderer/data/take.ts'

const key = 'priming'

/** How far the filling came, stored after each part, so that it goes on there after any stop. [R1] */
interface Progress {
  readonly heads: Readonly<Record<PartitionId, SnapshotHead>>
  /** The partition and collection that it is in, by their places in the lists, and the last id that was stored. */
  readonly partition: number
  readonly collection: number
  readonly afterId: string
  readonly done: Partial<Readonly<Record<CollectionName, number>>>
  readonly finished: boolean
  /** The replica was filled before: work goes on meanwhile. */
  readonly again: boolean
}
const nothing: Progress = {
  heads: {},
  partition: 0,
  collection: 0,
  afterId: '',
  done: {},
  finished: false,
  again: false,
}

export async function isPrimed(core: Pick<DeskCore, 'local'>): Promise<boolean> {
  return (await core.local.get<Progress>(key))?.finished === true
}

/**
 * Fills from the beginning: headquarters' history is another one, a whole file is here, or the database was lost. The
 * unsent work stays. `again`: the desk was at work before, so it goes on while it is filled.
 */
export async function primeAnew(core: Pick<DeskCore, 'local'>, again?: true): Promise<void> {
  const before = await core.local.get<Progress>(key)
  await core.local.set(key, {
    ...nothing,
    again: again ?? (before?.finished === true || before?.again === true),
  })
}

/**
 * Fills the replica from headquarters' snapshot, partition by partition, collection by collection; the feed goes on
 * from the snapshot's place. Answers the problem that stopped it; the next call goes on where it stopped.
 */
export async function prime(
  core: DeskCore,
  token: string,
  partitions: readonly PartitionId[],
  checkpoints: Checkpoints,
  view: BehaviorSubject<PrimingView>,
): Promise<Problem | undefined> {
  let progress = (await core.local.get<Progress>(key)) ?? nothing
  const forecast = newForecast()
  const move = async (next: Partial<Progress>) => {
    progress = { ...progress, ...next }
    await core.local.set(key, progress)
    forecast.saw(core.around.now(), leftUntilUsable(progress, partitions))
    const now = viewOf(progress, partitions)
    const usableIn = now.usable ? undefined : forecast.left()
    view.next(usableIn === undefined ? now : { ...now, usableIn })
  }
  const headless = partitions.filter((each) => progress.heads[each] === undefined)
  const heads = await Promise.all(headless.map((each) => core.link.snapshotHead(token, each)))
  const come = heads.flatMap((head, at) => (head.ok ? [[headless[at] ?? '', head.value]] : []))
  if (come.length > 0) await move({ heads: { ...progress.heads, ...Object.fromEntries(come) } })
  // What came is kept, though another did not.
  for (const head of heads) if (!head.ok) return head.problem
  while (!progress.finished) {
    const partition = partitions[progress.partition]
    const place = placeOf(progress, partitions)
    const collection = collectionNames[place]
    if (partition === undefined) await move({ finished: true })
    else if (collection === undefined) {
      const head = progress.heads[partition]
      if (head !== undefined) await checkpoints.move(partition, head.checkpoint)
      const next = progress.partition + 1
      await move({ partition: next, collection: 0, afterId: '', finished: next === partitions.length })
    } else {
      const problem = await primePart(core, token, partition, collection, progress, move)
      if (problem !== undefined) return problem
    }
  }
  return undefined
}

async function primePart(
  core: DeskCore,
  token: string,
  partition: PartitionId,
  collection: CollectionName,
  progress: Progress,
  move: (next: Partial<Progress>) => Promise<void>,
): Promise<Problem | undefined> {
  // A filling takes hours and fills the disk itself. [P7]
  if ((await core.machine.diskRoom()) === 'stop') return { code: 'disk_low' }
  const { around, paces, link } = core
  const part = await paced(around, paces.part, {
    ask: (limit) =>
      link.snapshotPart(token, {
        partition,
        collection,
        afterId: progress.afterId,
        limit,
        upTo: progress.heads[partition]?.checkpoint.seq ?? 0,
      }),
    weight: ({ records }) => records.length,
  })
  if (!part.ok) return part.problem
  const { records, more } = part.value
  await take(
    core,
    records.map((record): FeedChange => ({ collection, id: record.id, put: record })),
  )
  const done = { ...progress.done, [collection]: (progress.done[collection] ?? 0) + records.length }
  const last = records.at(-1)?.id
  await move(
    more && last !== undefined
      ? { done, afterId: last }
      : { done, collection: collectionNames.indexOf(collection) + 1, afterId: '' },
  )
  return undefined
}

/** The collection that it goes on with. Of one that is empty there is nothing to carry; what came after the head is in the feed. */
function placeOf(
  { partition, collection, heads }: Pick<Progress, 'partition' | 'collection' | 'heads'>,
  partitions: readonly PartitionId[],
): number {
  const counts = heads[partitions[partition] ?? '']?.counts ?? {}
  const place = collectionNames.findIndex((each, at) => at >= collection && (counts[each] ?? 0) > 0)
  return place === -1 ? collectionNames.length : place
}

const untilCustomers = collectionNames.slice(0, collectionNames.indexOf('customers') + 1)

const placeOfCentre = (partitions: readonly PartitionId[]) =>
  partitions.findIndex((partition) => partition.startsWith('c:'))

/** How many records of those are to come with which work can begin: all that stands before the centre's customers, and these. */
function leftUntilUsable({ heads, done }: Progress, partitions: readonly PartitionId[]): number {
  const centre = placeOfCentre(partitions)
  const needed = partitions.slice(0, centre + 1).flatMap((partition, place) => {
    const counts = heads[partition]?.counts ?? {}
    return (place === centre ? untilCustomers : collectionNames).map((each) => counts[each] ?? 0)
  })
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  return Math.max(0, sum(needed) - sum(Object.values(done)))
}

function viewOf(progress: Progress, partitions: readonly PartitionId[]): PrimingView {
  const heads = Object.values(progress.heads)
  const centre = placeOfCentre(partitions)
  return {
    stage: progress.finished ? 'done' : 'running',
    usable:
      progress.finished ||
      progress.again ||
      progress.partition > centre ||
      (progress.partition === centre && placeOf(progress, partitions) >= untilCustomers.length),
    parts: collectionNames.map((collection) => ({
      collection,
      done: progress.done[collection] ?? 0,
      total: heads.reduce((sum, head) => sum + (head.counts[collection] ?? 0), 0),
    })),
  }
}

/** What to show before the first step of this run. */
export async function primingNow(
  core: Pick<DeskCore, 'local'>,
  partitions: readonly PartitionId[],
): Promise<PrimingView> {
  const progress = await core.local.get<Progress>(key)
  return progress === undefined ? { stage: 'idle', usable: false, parts: [] } : viewOf(progress, partitions)
}
