import type { SearchAnswer } from '#renderer/data/contract.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import screen from '#renderer/work/screen.module.css'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** In how much of the world was looked, as of when. It stands there in every state of a search. */
export function ScopeLine({
  answer,
  found,
}: {
  readonly answer: SearchAnswer | undefined
  readonly found?: number | undefined
}) {
  const { work, common } = useWords()
  const format = useFormat()
  const scope = useScope(answer)
  const many = answer?.more === true ? work.search.foundMore : work.search.found
  return (
    <div className={screen['quiet']} role="status">
      {scope ?? common.loading}
      {found === undefined || found === 0 ? null : ` · ${many(format.count(found))}`}
    </div>
  )
}

/** `212.340 pelanggan, per 09.12` */
export function useScope(answer: Pick<SearchAnswer, 'searched' | 'asOf'> | undefined): string | undefined {
  const { work } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  if (answer === undefined) return undefined
  const customers = format.count(answer.searched)
  if (answer.asOf === undefined) return work.search.scopeNever(customers)
  return work.search.scope(customers, format.when(answer.asOf, now))
}
