import { Value } from 'typebox/value'
import type { Item } from '#domain/item/item.ts'
import type { Role } from '#domain/staff/roles.ts'
import { stepKindOf, steps, type StepName } from '#domain/steps.ts'
import { Operation } from '#domain/sync/operation.ts'
import { newestPayload } from '#domain/sync/run.ts'

/** A step as somebody may change it before it goes out again; its payload may still break a rule. */
export interface StepDraft {
  readonly kind: StepName
  readonly payload: Readonly<Record<string, unknown>>
}

const aboutItems: readonly string[] = ['decideItem', 'handOverItem']

/**
 * The work inside a refused operation, in the words of the newest versions; what it decided about other items is left
 * out. Empty when there is none, or when this console does not know a step of it.
 */
export function stepsToSend({ operation }: Pick<Item, 'operation'>): readonly StepDraft[] {
  if (!Value.Check(Operation, operation)) return []
  const work = operation.steps.filter(({ kind }) => !aboutItems.includes(kind))
  const drafts = work.flatMap((step): StepDraft[] => {
    const kind = stepKindOf(step)
    if (kind === undefined) return []
    return [{ kind: kind.kind as StepName, payload: newestPayload(kind, step) ?? step.payload }]
  })
  return drafts.length === work.length ? drafts : []
}

/** Whether a person of this role may send all of it. */
export function maySend(role: Role, drafts: readonly StepDraft[]): boolean {
  return drafts.every(({ kind, payload }) => {
    const { permits } = steps[kind]
    // A payload that breaks its schema is not asked: the form has to mend it first.
    return !Value.Check(steps[kind].payload, payload) || permits(role, payload as never)
  })
}
