import type { Reference } from '#domain/reference/reference.ts'
import type { QueueRow } from '#renderer/data/contract-queue.ts'
import classes from '#renderer/screens/queue/queue.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { useServiceName } from '#renderer/work/useServiceName.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface LanesProps {
  readonly services: readonly Reference[]
  /** In the order of their turn. */
  readonly rows: readonly QueueRow[]
}

/** Each service with how many wait, how long the longest, and whose turn it is. */
export function Lanes({ services, rows }: LanesProps) {
  const { queue } = useWords()
  const format = useFormat()
  const now = useClock(15_000)
  const name = useServiceName()
  return (
    <ul className={classes['lanes']} aria-label={queue.lanes}>
      {services.map(({ code, prefix = '' }) => {
        const waiting = rows.filter(({ number }) => number.service === code && number.status === 'waiting')
        const longest = now - Math.min(now, ...waiting.map(({ number }) => number.queuedAt))
        return (
          <li key={code} className={classes['lane']} data-lane={code}>
            <span className={classes['letter']} aria-hidden>
              {prefix}
            </span>
            <span className={classes['laneName']}>{name(code)}</span>
            {waiting.length === 0 ? (
              <span className={classes['quiet']}>{queue.nobody}</span>
            ) : (
              <strong>{queue.waiting(format.count(waiting.length))}</strong>
            )}
            {waiting[0] === undefined ? null : (
              <span className={classes['turn']}>
                <span>{waiting[0].number.display}</span>
                <span>{queue.longest(format.span(longest))}</span>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
