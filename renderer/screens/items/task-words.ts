import type { Item } from '#domain/item/item.ts'
import type { Words } from '#renderer/words/words.ts'

/** The words of an item about a department's task: more than that a status did not change. */
export function taskWords({ problem }: Pick<Item, 'problem'>, { ticketing }: Words) {
  const own: Readonly<Partial<Record<string, { title: string; why: string; todo: string }>>> = ticketing.item
  return own[problem]
}

export function itemTitle(item: Pick<Item, 'kind' | 'problem'>, words: Words): string {
  return taskWords(item, words)?.title ?? words.terms.itemKind[item.kind]
}
