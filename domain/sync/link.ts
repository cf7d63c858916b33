import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import type { Problem } from '#domain/problems.ts'
import type {
  Checkpoint,
  Digest,
  FeedPage,
  PartAsk,
  PartitionId,
  SnapshotHead,
  SnapshotPart,
} from '#domain/sync/feed.ts'
import type { LastWords, LastWordsTaken } from '#domain/sync/last-words.ts'
import type { Operation, OperationResult, TakenBefore } from '#domain/sync/operation.ts'
import type {
  CentreRollout,
  DeskReport,
  Enrolment,
  EnrolRequest,
  RefreshRequest,
  ReportAnswer,
  Session,
  SignInRequest,
  StandingRequest,
} from '#domain/sync/session.ts'

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export interface Poke {
  readonly partition: PartitionId
  readonly seq: number
}

export interface PokeStream {
  /** Resolves when the stream is over, for whatever reason. */
  readonly ended: Promise<void>
  close(): void
}

/**
 * Whatever carries a desk's words to headquarters: HTTP in the field, a function call in a test.
 * Never throws: a line that is down answers `unreachable`. Every call ends by itself in bounded time.
 */
export interface Link {
  enrol(request: EnrolRequest): Promise<Answer<Enrolment>>
  signIn(request: SignInRequest): Promise<Answer<Session>>
  refresh(request: RefreshRequest): Promise<Answer<Session>>
  /**
   * At most 50 operations, in `deviceSeq` order. Answers one result for each, in the same order. `again` names those
   * of them that headquarters had taken before it was restored from an older backup. [B3]
   */
  send(
    token: string,
    operations: readonly Operation[],
    again: readonly TakenBefore[],
  ): Promise<Answer<readonly OperationResult[]>>
  /** An operation that headquarters could not process, for the supervisors: kept whole, never run. */
  setAside(token: string, operation: Operation): Promise<Answer<OperationResult>>
  /** `answered`: the id of an operation whose answer has a place in this partition; a history without it is another one. [B4] */
  page(
    token: string,
    partition: PartitionId,
    after: Checkpoint,
    limit: number,
    answered?: string,
  ): Promise<Answer<FeedPage>>
  snapshotHead(token: string, partition: PartitionId): Promise<Answer<SnapshotHead>>
  snapshotPart(token: string, ask: PartAsk): Promise<Answer<SnapshotPart>>
  digest(token: string): Promise<Answer<Digest>>
  report(token: string, report: DeskReport): Promise<Answer<ReportAnswer>>
  rollout(token: string): Promise<Answer<readonly CentreRollout[]>>
  /** Orders of all centres that wait for headquarters; for admins. */
  ordersToAnswer(token: string): Promise<Answer<readonly OrderToAnswer[]>>
  /** Headquarters has something new. */
  pokes(token: string, onPoke: (poke: Poke) => void): PokeStream
  /** Whether this device still belongs; asked without a person. Answers headquarters' clock, ms UTC. */
  standing(request: StandingRequest): Promise<Answer<{ readonly at: number }>>
  /** The unsent work of a revoked device, at most 50 operations. */
  lastWords(request: LastWords): Promise<Answer<LastWordsTaken>>
  /** Whether headquarters answers at all. */
  probe(): Promise<boolean>
  /** The protocol that headquarters speaks, as it said last; `undefined` until it was heard. */
  protocol(): number | undefined
}
