import type { Item } from '#domain/item/item.ts'
import type { Words } from '#renderer/words/words.ts'

/** What was decided, in the words by which it was chosen. */
export function decisionWords({ kind, decision }: Item, { items, terms }: Words): string {
  if (decision === undefined) return items.view.decided
  if (kind === 'match' && decision === 'keep_present') return items.way.not_same.do
  if (decision === 'noted' && (kind === 'transition' || kind === 'refused')) return items.noted[kind].do
  return terms.decision[decision]
}
