import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import type { ReleaseDiff } from '#domain/catalogue/check-release.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { priceOf } from '#renderer/work/offering.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What the release changes against the last one, offering by offering. */
export function Changes({ diff }: { readonly diff: ReleaseDiff }) {
  const words = useWords()
  const { releases, catalogue } = words.work
  const format = useFormat()
  const language = useSettings((settings) => settings.language)
  const { added, removed, changed } = diff
  const nothing = added.length + removed.length + changed.length === 0
  const price = (offering: OfferingDraft) => priceOf(offering, words, format)
  const nameOf = (field: string): string => {
    if (field === 'line') return catalogue.line
    return (releases.fields as Readonly<Record<string, string>>)[field] ?? field
  }
  return (
    <>
      <SectionTitle>{releases.diff}</SectionTitle>
      {nothing ? <p className={classes['quiet']}>{releases.diffNone}</p> : null}
      <ul className={classes['changes']}>
        {changed.map(({ before, after, fields }) => (
          <li key={after.code}>
            <b>{after.name[language]}</b> <span className={classes['quiet']}>{releases.changedMark}</span>
            <small>
              {price(before) === price(after)
                ? fields.map(nameOf).join(', ')
                : `${price(before)} → ${price(after)}`}
            </small>
          </li>
        ))}
        {added.map((offering, index) => (
          <li key={`${offering.code}+${index}`}>
            <b>{offering.name[language] || offering.code || '…'}</b>{' '}
            <span className={classes['quiet']}>{releases.addedMark}</span>
            <small>{price(offering)}</small>
          </li>
        ))}
        {removed.map((offering) => (
          <li key={`-${offering.code}`}>
            <s>{offering.name[language]}</s> <span className={classes['quiet']}>{releases.removedMark}</span>
            <small>{price(offering)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
