import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Figure } from '#renderer/screens/day/Figure.tsx'
import classes from '#renderer/screens/day/day.module.css'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Who waits at this moment and who is being served; nothing where there is no queue. */
export function Now() {
  const { day } = useWords()
  const format = useFormat()
  const now = useClock(15_000)
  const services = useLive('services')
  const numbers = (useLive('queue')?.rows ?? []).map(({ number }) => number)
  if (services === undefined || services.length === 0) return null
  const having = (...statuses: QueueTicket['status'][]) =>
    numbers.filter(({ status }) => statuses.includes(status))
  const waiting = having('waiting')
  const longest = now - Math.min(now, ...waiting.map(({ queuedAt }) => queuedAt))
  return (
    <section aria-labelledby="day-now">
      <SectionTitle id="day-now">{day.now}</SectionTitle>
      <dl className={classes['figures']}>
        <Figure name={day.waiting} value={format.count(waiting.length)} />
        <Figure
          name={day.longestWait}
          value={waiting.length === 0 ? '–' : format.span(longest)}
          isOver={waiting.length > 0 && longest > longWait}
        />
        <Figure name={day.atCounters} value={format.count(having('called', 'serving').length)} />
        <Figure name={day.served} value={format.count(having('served').length)} />
        <Figure name={day.noShow} value={format.count(having('no_show').length)} />
      </dl>
    </section>
  )
}

/** From here on a visitor's patience is used up. */
const longWait = 15 * 60_000
