import type { BehaviorSubject, Observable } from 'rxjs'
import type { Reference } from '#domain/reference/reference.ts'
import type { PrimingView, RecordState } from '#renderer/data/contract.ts'
import type { CollectionName } from '#domain/entities.ts'
import type { Checkpoints } from '#renderer/data/checkpoints.ts'
import type { Conductor } from '#renderer/data/conductor.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { Course } from '#renderer/data/round.ts'
import type { Sessions } from '#renderer/data/session.ts'
import type { Filling } from '#renderer/data/search-lines.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

export type StateOf = (collection: CollectionName, id: string) => RecordState

/** What queries and commands are given: the replica and everything around it. */
export interface Desk {
  readonly core: DeskCore
  readonly sessions: Sessions
  readonly checkpoints: Checkpoints
  readonly priming: BehaviorSubject<PrimingView>
  readonly course: BehaviorSubject<Course>
  readonly conductor: Conductor
  readonly search: SearchIndex
  /** How the index of `search` is filled and kept. */
  readonly lines: Pick<Filling, 'changes' | 'filled'>
  /** What the chip of a record says, anew whenever an operation or an item changes. */
  readonly states: Observable<StateOf>
  /** Centres, people, reasons and resolutions by id. */
  readonly reference: Observable<ReadonlyMap<string, Reference>>
  /** Seconds by which this PC's clock is ahead of headquarters', once this session has heard it. */
  readonly clockAhead: BehaviorSubject<number | undefined>
  readonly clientVersion: string
}

/** Headquarters' clock, as well as this desk knows it: what is late, recent or for sale goes by it. [W5] */
export function timeAt({ core, clockAhead }: Pick<Desk, 'core' | 'clockAhead'>): number {
  return core.around.now() - (clockAhead.value ?? 0) * 1000
}
