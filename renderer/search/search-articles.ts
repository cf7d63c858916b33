import type { Reference } from '#domain/reference/reference.ts'
import { fold, termsOf } from '#renderer/search/fold.ts'

interface Folded {
  readonly title: string
  readonly tags: string
  readonly all: string
}

/** Some thousand articles: one linear scan over folded words is enough. Records never change, so each is folded once. */
const folded = new WeakMap<Reference, Folded>()

/** Articles in which every word stands, in either language: first where the title has it, then the tags, then the rest. */
export function searchArticles(articles: readonly Reference[], text: string): Reference[] {
  const terms = termsOf(text)
  return articles
    .map((article) => ({ article, score: scoreOf(foldedOf(article), terms) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ article }) => article)
}

function scoreOf({ title, tags, all }: Folded, terms: ReturnType<typeof termsOf>): number {
  const stands = (words: string) => (forms: readonly string[]) => forms.some((form) => words.includes(form))
  if (terms.length === 0 || !terms.every(stands(all))) return 0
  const inTitle = terms.filter(stands(title)).length
  const inTags = terms.filter(stands(tags)).length
  return 1 + inTags + 2 * inTitle
}

function foldedOf(article: Reference): Folded {
  const present = folded.get(article)
  if (present !== undefined) return present
  const { code, title, body, steps = [], tags = [] } = article
  const [names, labels] = [fold(`${title?.id ?? ''} ${title?.en ?? ''} ${code}`), fold(tags.join(' '))]
  const rest = [body, ...steps].flatMap((each) => (each === undefined ? [] : [each.id, each.en])).join(' ')
  const made = { title: names, tags: labels, all: `${names} ${labels} ${fold(rest)}` }
  folded.set(article, made)
  return made
}
