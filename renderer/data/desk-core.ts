import type { BehaviorSubject } from 'rxjs'
import type { Enrolment } from '#domain/sync/session.ts'
import type { Farewell } from '#renderer/data/farewell.ts'
import type { LocalStore } from '#renderer/data/local-store.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import type { Paces } from '#renderer/data/pace.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import type { Replica } from '#renderer/data/replica.ts'
import type { Exclusive } from '#renderer/data/one-at-a-time.ts'
import type { Whole } from '#renderer/data/whole.ts'
import type { Link } from '#domain/sync/link.ts'

/** What all parts of the replica share. */
export interface DeskCore {
  readonly replica: Replica
  readonly local: LocalStore
  readonly outbox: Outbox
  readonly machine: Machine
  readonly around: Surroundings
  readonly link: Link
  /** How much of everything the line takes at once. */
  readonly paces: Paces
  /** The one queue through which captures, pulled pages and results pass: there is a single writer. [C1] */
  readonly exclusive: Exclusive
  /** Work is safe that the outbox or the records could not take: `repair` brings it there before the next capture or round. [C2] */
  readonly mending: { due: boolean }
  /** Operations whose answer the journal could not be told yet: it is told with the next ones. [C3] */
  readonly untold: Set<string>
  /** For a write that spans collections: no screen sees a part of it. [C7] */
  readonly wholly: Whole
  /** Who this desk is; `undefined` before it is enrolled. */
  readonly enrolment: BehaviorSubject<Enrolment | undefined>
  /** Set from the moment that headquarters has revoked this desk. */
  readonly farewell: BehaviorSubject<Farewell | undefined>
}
