import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import type { Language } from '#renderer/stores/settings.ts'
import { fit } from '#renderer/work/fuzzy.ts'

export interface Filter {
  readonly text: string
  readonly line: OfferingDraft['line'] | ''
  readonly paymentType: 'prepaid' | 'postpaid' | ''
}

export const noFilter: Filter = { text: '', line: '', paymentType: '' }

/** Offerings that fit, the best fit first while something is typed; else by name. */
export function passing(
  offerings: readonly OfferingDraft[],
  filter: Filter,
  language: Language,
): readonly OfferingDraft[] {
  const kept = offerings.filter(
    ({ line, paymentType }) =>
      (filter.line === '' || line === filter.line) &&
      (filter.paymentType === '' || paymentType === 'both' || paymentType === filter.paymentType),
  )
  if (filter.text.trim() === '')
    return kept.toSorted((a, b) => a.name[language].localeCompare(b.name[language], language))
  return kept
    .map((offering) => ({ offering, score: scoreOf(offering, filter.text) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ offering }) => offering)
}

function scoreOf({ name, code, description }: OfferingDraft, text: string): number {
  const named = Math.max(...[name.id, name.en, code].map((label) => fit(label, text) ?? 0))
  if (named > 0) return named + 10
  const wanted = text.trim().toLowerCase()
  return [description.id, description.en].some((words) => words.toLowerCase().includes(wanted)) ? 1 : 0
}
