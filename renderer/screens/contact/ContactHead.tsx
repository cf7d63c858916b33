import { contactTargetSeconds } from '#domain/contact/contact.ts'
import classes from '#renderer/screens/contact/contact.module.css'
import { useContact } from '#renderer/stores/contact.ts'
import { paceOf, useElapsed } from '#renderer/work/useElapsed.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** How long the conversation has lasted, as time, as words and as a bar towards its aim. */
export function ContactHead() {
  const { work, calls } = useWords()
  const wrapUp = useContact(({ contact }) => contact?.talkedMs !== undefined)
  const format = useFormat()
  const seconds = useElapsed()
  const pace = paceOf(seconds)
  const marks = {
    calm: work.contact.target(String(contactTargetSeconds)),
    amber: work.contact.amberMark,
    red: work.contact.redMark,
  }
  return (
    <div className={classes['head']} data-pace={pace}>
      <h2>{work.contact.title}</h2>
      <span className={classes['mark']}>{wrapUp ? `${calls.wrapUp} · ${marks[pace]}` : marks[pace]}</span>
      <span className={classes['timer']} role="timer" aria-label={work.contact.timer}>
        {format.duration(seconds)}
      </span>
      <div className={classes['track']} aria-hidden>
        <div style={{ width: `${Math.min(100, (100 * seconds) / contactTargetSeconds)}%` }} />
      </div>
    </div>
  )
}
