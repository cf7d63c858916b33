import { useState } from 'react'
import type { Item } from '#domain/item/item.ts'

/** The candidate that a link would join with; the first one until another is chosen. */
export function useChosenCandidate({ candidateIds }: Pick<Item, 'candidateIds'>) {
  const [chosen, onChoose] = useState(candidateIds?.[0])
  return { chosen, onChoose }
}
