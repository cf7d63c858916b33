import { UnstyledButton } from '@mantine/core'
import { isHeld } from '#domain/queue/lifecycle.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useChime } from '#renderer/screens/waiting-room/useChime.ts'
import classes from '#renderer/screens/waiting-room/waiting-room.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { useLeaveVisitors } from '#renderer/work/useLeaveVisitors.ts'
import { useFormat } from '#renderer/words/format.ts'
import { catalogues } from '#renderer/words/words.ts'

const { id, en } = { id: catalogues.id.queue, en: catalogues.en.queue }
const mostCalled = 5
const mostNext = 4

/** Who is called where, and who comes next in each lane. Read from across the room, in both languages. */
export function WaitingRoomScreen() {
  const leave = useLeaveVisitors()
  const format = useFormat()
  const now = useClock(10_000)
  const numbers = (useLive('queue')?.rows ?? []).map(({ number }) => number)
  const offline = useLive('sync')?.link === 'down'
  const called = numbers
    .filter(isHeld)
    .toSorted((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0))
    .slice(0, mostCalled)
  const [latest, ...others] = called
  useChime(latest === undefined ? undefined : `${latest.id} ${String(latest.calledAt)}`)
  return (
    <main className={classes['page']}>
      <section className={classes['called']} aria-live="polite" aria-atomic="false">
        <h1>
          {id.room.calledNow} <span lang="en">{en.room.calledNow}</span>
        </h1>
        {latest === undefined ? (
          <p className={classes['none']}>
            {id.room.none} <span lang="en">{en.room.none}</span>
          </p>
        ) : (
          <CalledLine number={latest} large />
        )}
        {others.map((number) => (
          <CalledLine key={number.id} number={number} />
        ))}
      </section>
      <Next numbers={numbers} />
      <footer className={classes['foot']}>
        <time>{format.time(now)}</time>
        {offline ? (
          <span>
            {id.room.alone} · <span lang="en">{en.room.alone}</span>
          </span>
        ) : null}
        <UnstyledButton className={classes['leave']} onClick={leave}>
          {id.kiosk.leave} · {en.kiosk.leave}
        </UnstyledButton>
      </footer>
    </main>
  )
}

function CalledLine({ number, large = false }: { readonly number: QueueTicket; readonly large?: boolean }) {
  return (
    <p className={classes['line']} data-large={large}>
      <strong>{number.display}</strong>
      <span>
        {`${id.room.counter} ${number.counter ?? ''}`}
        <span lang="en">{`${en.room.counter} ${number.counter ?? ''}`}</span>
      </span>
    </p>
  )
}

function Next({ numbers }: { readonly numbers: readonly QueueTicket[] }) {
  const services = useLive('services') ?? []
  return (
    <section className={classes['next']}>
      <h2>
        {id.room.next} <span lang="en">{en.room.next}</span>
      </h2>
      {services.map(({ code, label }) => {
        const waiting = numbers.filter(({ service, status }) => service === code && status === 'waiting')
        return (
          <div key={code} className={classes['lane']}>
            <h3>
              {label?.id ?? code} <span lang="en">{label?.en ?? ''}</span>
            </h3>
            <p>
              {waiting
                .slice(0, mostNext)
                .map(({ display }) => display)
                .join('   ') || '–'}
            </p>
          </div>
        )
      })}
    </section>
  )
}
