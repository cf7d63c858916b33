import { useEffect } from 'react'
import { UnstyledButton } from '@mantine/core'
import { byTurn } from '#domain/queue/next.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/kiosk/kiosk.module.css'
import { catalogues } from '#renderer/words/words.ts'

const { id, en } = { id: catalogues.id.queue.kiosk, en: catalogues.en.queue.kiosk }
/** Long enough to write it down; then the next visitor finds the services again. */
const shownFor = 15_000

interface GivenProps {
  readonly given: { readonly queueTicketId: string; readonly display: string }
  readonly onOver: () => void
}

/** The visitor's number, as large as it goes. */
export function Given({ given, onOver }: GivenProps) {
  useEffect(() => {
    const timer = setTimeout(onOver, shownFor)
    return () => clearTimeout(timer)
  }, [onOver, given.queueTicketId])
  const ahead = useAhead(given.queueTicketId)
  return (
    <div className={classes['given']} role="status">
      <p className={classes['lead']}>
        {id.yourNumber} <span lang="en">{en.yourNumber}</span>
      </p>
      <p className={classes['number']}>{given.display}</p>
      {ahead === undefined ? null : (
        <p className={classes['lead']}>
          {ahead === 0 ? id.first : id.ahead(String(ahead))}
          <span lang="en">{ahead === 0 ? en.first : en.ahead(String(ahead))}</span>
        </p>
      )}
      <p className={classes['lead']}>
        {id.remember} <span lang="en">{en.remember}</span>
      </p>
      <UnstyledButton autoFocus className={classes['service']} onClick={onOver}>
        <span>
          {id.again} <span lang="en">{en.again}</span>
        </span>
      </UnstyledButton>
    </div>
  )
}

/** How many of the same service are called before. */
function useAhead(queueTicketId: string): number | undefined {
  const numbers = useLive('queue')?.rows.map(({ number }) => number)
  const own = numbers?.find(({ id: each }) => each === queueTicketId)
  if (numbers === undefined || own === undefined) return undefined
  return numbers.filter(
    (each) => each.status === 'waiting' && each.service === own.service && byTurn([])(each, own) < 0,
  ).length
}
