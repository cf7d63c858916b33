import { Button } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { isFor } from '#domain/queue/next.ts'
import { isHeld } from '#domain/queue/lifecycle.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { useContact } from '#renderer/stores/contact.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { go } from '#renderer/stores/workspace.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useCallNext } from '#renderer/work/useCallNext.ts'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Who waits for this counter, in one line; nothing where there is no queue, or while a visitor is here. */
export function MyQueue() {
  const permits = usePermits()
  const services = useLive('services')
  const busy = useContact(({ contact }) => contact !== undefined)
  if (services === undefined || services.length === 0 || busy || !permits('callNumber')) return null
  return <Line />
}

function Line() {
  const { queue } = useWords()
  const format = useFormat()
  const now = useClock(30_000)
  const chosen = useSettings((settings) => settings.counterServices)
  const me = useLive('desk')?.person?.id
  const rows = useLive('queue')?.rows ?? []
  const { callNext, running, problem } = useCallNext()
  const numbers = rows.map(({ number }) => number)
  const own = numbers.find((number) => isHeld(number) && number.agentId === me)
  const waiting = numbers.filter(({ status, service }) => status === 'waiting' && isFor(service, chosen))
  const longest = now - Math.min(now, ...waiting.map(({ queuedAt }) => queuedAt))
  return (
    <section className={classes['running']} aria-label={queue.mine}>
      <IconTicket size={18} aria-hidden />
      <strong>
        {own === undefined
          ? waiting.length === 0
            ? queue.nobody
            : queue.waiting(format.count(waiting.length))
          : `${own.display} · ${queue.status[own.status]}`}
      </strong>
      {waiting.length === 0 ? null : <span>{queue.longest(format.span(longest))}</span>}
      <ProblemNote problem={problem} />
      {own === undefined && waiting.length === 0 ? (
        <Button variant="default" rightSection={<KeyHint keys="alt+8" />} onClick={() => go({ at: 'queue' })}>
          {queue.title}
        </Button>
      ) : (
        <Button loading={running} rightSection={<KeyHint keys="F2" />} onClick={() => void callNext()}>
          {own === undefined ? queue.callNext : queue.goOn}
        </Button>
      )}
    </section>
  )
}
