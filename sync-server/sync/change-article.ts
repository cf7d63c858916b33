import { publishArticle } from '#domain/knowledge/publish-article.ts'
import { retireArticle } from '#domain/knowledge/retire-article.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { PayloadOf } from '#domain/steps.ts'
import { globalPartition } from '#domain/sync/feed.ts'
import { RecordMap, type Ref } from '#domain/sync/records.ts'
import type { StepContext, StepOutcome } from '#domain/sync/step.ts'
import type { Clock } from '#sync-server/clock.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { lockRecords } from '#sync-server/storage/documents.ts'

export type ArticleChange =
  | { readonly step: 'publish'; readonly payload: PayloadOf<'publishArticle'> }
  | { readonly step: 'retire'; readonly payload: PayloadOf<'retireArticle'> }

/** The same changes as an admin's steps, ordered at headquarters: all of them, or none. Answers why not, or nothing. */
export async function changeArticles(
  tx: Sql,
  clock: Clock,
  changes: readonly ArticleChange[],
): Promise<ProblemCode | undefined> {
  const opId = clock.newId()
  const base = new RecordMap()
  for (const write of await lockRecords(tx, changes.flatMap(touched))) base.put(write)
  const overlay = new RecordMap(base)
  for (const [index, change] of changes.entries()) {
    const context = { opId, index, actorId: '', centreId: '', at: clock.now() }
    const outcome = applied(overlay, change, context)
    if (!outcome.done) return outcome.problem
    for (const write of outcome.writes) overlay.put(write)
  }
  const placed = overlay.writes().map((write) => ({ ...write, partitions: [globalPartition] }))
  const options = { now: clock.now(), newCommitId: () => clock.newId(), asRead: true }
  if (placed.length > 0) await commitWrites(tx, [{ placed }], options)
  return undefined
}

function touched(change: ArticleChange): readonly Ref[] {
  const context = { opId: '', index: 0, actorId: '', centreId: '', at: 0 }
  return change.step === 'publish'
    ? publishArticle.touches(change.payload, context)
    : retireArticle.touches(change.payload, context)
}

function applied(records: RecordMap, change: ArticleChange, context: StepContext): StepOutcome {
  return change.step === 'publish'
    ? publishArticle.apply(records, change.payload, {}, context)
    : retireArticle.apply(records, change.payload, {}, context)
}
