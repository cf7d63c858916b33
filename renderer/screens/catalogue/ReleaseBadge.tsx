import { instantOf } from '#domain/reference/zone.ts'
import type { CatalogueView } from '#renderer/data/contract.ts'
import classes from '#renderer/screens/catalogue/catalogue.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const aDay = 86_400_000

/** Which release is in force and since when; which one waits and when it takes over on this centre's clock. */
export function ReleaseBadge({ view }: { readonly view: CatalogueView }) {
  const { work } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { release, next } = view
  const from = instantOf(release?.effectiveFrom ?? '', format.zone)
  return (
    <div className={classes['badge']}>
      {release === undefined ? null : (
        <span>
          <b>{work.catalogue.release(release.version ?? release.releaseId)}</b>
          {from === undefined
            ? ''
            : ` · ${now - from < aDay ? work.catalogue.ageToday : work.catalogue.since(format.date(from))}`}
        </span>
      )}
      {next === undefined ? null : (
        <span>
          {work.catalogue.next(next.release.version ?? next.release.releaseId, format.dateTime(next.at))}
        </span>
      )}
    </div>
  )
}
