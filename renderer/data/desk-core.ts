import type { BehaviorSubject } from 'rxjs'
import type { Enrolment } from '#domain/sync/session.ts'
import type { LocalStore } from '#renderer/data/local-store.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import type { Replica } from '#renderer/data/replica.ts'
import type { Exclusive } from '#renderer/data/one-at-a-time.ts'
import type { Link } from '#domain/sync/link.ts'

/** What all parts of the replica share. */
export interface DeskCore {
  readonly replica: Replica
  readonly local: LocalStore
  readonly outbox: Outbox
  readonly machine: Machine
  readonly around: Surroundings
  readonly link: Link
  /** The one queue through which captures, pulled pages and results pass: there is a single writer. [C1] */
  readonly exclusive: Exclusive
  /** The journal has work that the outbox could not take: `repair` brings it there before the next round. [C2] */
  readonly mending: { due: boolean }
  /** Operations whose answer the journal could not be told yet: it is told with the next ones. [C3] */
  readonly untold: Set<string>
  /** Who this desk is; `undefined` before it is enrolled. */
  readonly enrolment: BehaviorSubject<Enrolment | undefined>
}
