import type { Queries } from '#renderer/data/contract.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/work/courier.module.css'

type View = ReturnType<Queries['courier']>

/** When and how much was exported last; nothing before the first time. */
export function LastExport({ last }: { readonly last: View['lastExport'] }) {
  const words = useWords().courier
  const { count, dateTime } = useFormat()
  if (last === undefined) return null
  return (
    <p className={classes['quiet']}>
      {words.last(words.exported(count(last.operations), dateTime(last.at)))} {words.stays}
    </p>
  )
}

/** What the last answer brought, and whether this desk agrees with headquarters since. */
export function LastImport({ last }: { readonly last: View['lastImport'] }) {
  const words = useWords().courier
  const { count, dateTime } = useFormat()
  if (last === undefined) return null
  const { answered, changes, at, asOf, agreement } = last
  return (
    <p className={classes['quiet']}>
      {words.last(words.imported(count(answered), count(changes), dateTime(at)))}{' '}
      {agreement === 'agreed' ? words.agreed(dateTime(asOf)) : words[agreement]}
    </p>
  )
}
