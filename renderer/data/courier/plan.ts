import type { ReadAnswer } from '#domain/courier/answer.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { Checkpoint, PartitionId } from '#domain/sync/feed.ts'
import { beginning, type Checkpoints } from '#renderer/data/checkpoints.ts'
import { exportsOf } from '#renderer/data/courier/memory.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { isPrimed } from '#renderer/data/prime.ts'

/** What an answer brings to this desk besides its results. */
export interface Plan {
  readonly take: 'pages' | 'whole' | 'nothing'
  /** The line brought what is newer than the file. */
  readonly overtaken: boolean
  /** Headquarters' history is another one than this desk's, and this file is the first to tell. */
  readonly newHistory: boolean
}

/** Whether the answer is one that this desk waits for, and how it fits to where the desk stands. */
export async function planOf(
  core: Pick<DeskCore, 'local'>,
  checkpoints: Checkpoints,
  partitions: readonly PartitionId[],
  { answer }: ReadAnswer,
): Promise<Plan | ProblemCode> {
  const { to, from, heads, restored } = answer
  const primed = await isPrimed(core)
  const exported = (await exportsOf(core)).find(({ fileId }) => fileId === to)
  if (to === undefined && primed) return 'courier_filled'
  if (to !== undefined && exported === undefined) return 'courier_old'
  const whole = Object.keys(heads).length > 0
  const newHistory = restored && exported?.moved !== true
  if (whole && (!primed || newHistory)) return { take: 'whole', overtaken: false, newHistory }

  const here = partitions.map((partition) => ({
    place: checkpoints.of(partition) ?? beginning,
    begin: from[partition],
    end: answer.digest.seqs[partition] ?? 0,
  }))
  if (!whole && (!primed || here.some(({ place, begin }) => isBefore(place, begin)))) return 'courier_gap'
  const overtaken = here.some(({ place, end }) => place.seq > end)
  const isThere = here.every(({ place, end }) => place.seq === end)
  if (overtaken || isThere) return { take: 'nothing', overtaken, newHistory: false }
  return { take: whole ? 'whole' : 'pages', overtaken: false, newHistory: false }
}

/** Something between the desk's place and the file's beginning is missing, or they are places of different histories. */
function isBefore(place: Checkpoint, begin: Checkpoint | undefined): boolean {
  if (begin === undefined) return false
  return place.seq < begin.seq || (place.seq === begin.seq && place.commit !== begin.commit)
}
