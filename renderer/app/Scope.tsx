import { useLive } from '#renderer/data/useLive.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** How much of the world this PC holds and as of when; while it is still being filled, how far that is. */
export function Scope() {
  const { frame, terms } = useWords()
  const format = useFormat()
  const priming = useLive('priming')
  const scope = useLive('search', '', 0)
  if (priming?.stage === 'running' || priming?.stage === 'waiting') {
    const part = priming.parts.find(({ done, total }) => done < total)
    if (part !== undefined)
      return (
        <span>
          {frame.footer.filling(
            terms.collection[part.collection],
            String(Math.floor((100 * part.done) / part.total)),
          )}
        </span>
      )
  }
  if (scope === undefined) return null
  const count = format.count(scope.searched)
  return (
    <span>
      {scope.asOf === undefined
        ? frame.footer.scope(count)
        : frame.footer.scopeAsOf(count, format.time(scope.asOf))}
    </span>
  )
}
