import classes from '#renderer/screens/search/search.module.css'
import { useWords } from '#renderer/words/words.ts'

/** What may be typed, shown while nothing is. */
export function SearchTips() {
  const { tip, tips } = useWords().work.search
  return (
    <>
      <p className={classes['lead']}>{tips}</p>
      <dl className={classes['tips']}>
        <dt>{tip.number}</dt>
        <dd>{tip.numberExample}</dd>
        <dt>{tip.name}</dt>
        <dd>{tip.nameExample}</dd>
        <dt>{tip.code}</dt>
        <dd>{tip.codeExample}</dd>
      </dl>
    </>
  )
}
