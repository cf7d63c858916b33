import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { DayView } from '#renderer/data/contract-day.ts'
import type { CashView } from '#renderer/data/contract-payments.ts'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import { Cash } from '#renderer/screens/day/Cash.tsx'
import classes from '#renderer/screens/day/day.module.css'
import { useContact } from '#renderer/stores/contact.ts'
import { go, type Place } from '#renderer/stores/workspace.ts'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface Check {
  readonly isDone: boolean
  readonly says: string
  /** Where the rest is seen to. */
  readonly place?: Place
}

/** What must be seen to before the shop closes, each ticked or with the way to it. */
export function Closing({ day }: { readonly day: DayView | undefined }) {
  const { day: words, common } = useWords()
  const { closing } = words
  const cash = useLive('cash')
  const checks = useChecks(day, cash ?? undefined)
  const sync = useLive('sync')
  const syncNow = useCommand('syncNow')
  if (checks === undefined) return <LoadingRows rows={6} label={common.loading} />
  return (
    // What scrolls takes the focus, so that keys can scroll it.
    <section className={classes['closing']} aria-label={words.part.closing} tabIndex={0}>
      <div>
        <p>{closing.lead}</p>
        <ul className={classes['checks']}>
          {checks.map(({ isDone, says, place }) => (
            <li key={says} data-done={isDone}>
              {isDone ? (
                <IconCircleCheck size={18} aria-label={closing.ok} role="img" />
              ) : (
                <IconCircleDashed size={18} aria-label={closing.open} role="img" />
              )}
              <span>{says}</span>
              {isDone || place === undefined ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => go(place)}
                  aria-label={`${closing.look}: ${says}`}
                >
                  {closing.look}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <Button
          loading={sync?.activity !== 'idle'}
          disabled={sync?.link === 'down'}
          onClick={() => void syncNow({})}
        >
          {closing.send}
        </Button>
        <p className={classes['calm']}>{closing.note}</p>
      </div>
      {cash === undefined || cash === null ? null : <Cash cash={cash} />}
    </section>
  )
}

function useChecks(day: DayView | undefined, cash: CashView | undefined): readonly Check[] | undefined {
  const { closing } = useWords().day
  const format = useFormat()
  const now = useClock(60_000)
  const busy = useContact(({ contact }) => contact !== undefined)
  const sync = useLive('sync')
  const queue = useLive('queue')
  const drawer = useDrawerCheck(cash)
  if (sync === undefined || queue === undefined) return undefined
  const waiting = queue.rows.filter(({ number }) => number.status === 'waiting').length
  const age = format.span(now - (sync.oldestWaitingAt ?? now))
  const say = (count: number, none: string, some: (count: string) => string) =>
    count === 0 ? none : some(format.count(count))
  return [
    {
      isDone: sync.waiting === 0,
      says: say(sync.waiting, closing.sent, (count) => closing.unsent(count, age)),
      place: { at: 'sync' },
    },
    { isDone: sync.ready, says: sync.ready ? closing.agreed : closing.notAgreed, place: { at: 'sync' } },
    {
      isDone: sync.parked === 0,
      says: say(sync.parked, closing.noParked, closing.parked),
      place: { at: 'sync' },
    },
    {
      isDone: waiting === 0,
      says: say(waiting, closing.nobodyWaits, closing.waits),
      place: { at: 'queue' },
    },
    { isDone: !busy, says: busy ? closing.contact : closing.noContact, place: { at: 'desk' } },
    {
      isDone: sync.openItems === 0,
      says: say(sync.openItems, closing.noItems, closing.items),
      place: { at: 'items' },
    },
    ...lateCheck(day, say(day?.tickets.late ?? 0, closing.noLate, closing.late)),
    ...drawer,
  ]
}

/** Only whoever leads the centre sees its figures. */
function lateCheck(day: DayView | undefined, says: string): Check[] {
  if (day === undefined) return []
  return [{ isDone: day.tickets.late === 0, says, place: { at: 'tickets', view: 'late' } }]
}

/** The drawer is counted after the last cash, or there was none. It is counted right below. */
function useDrawerCheck(cash: CashView | undefined): Check[] {
  const words = useWords().payments.cash
  if (cash === undefined) return []
  const { receipts = 0, reversals = 0 } = cash.here.byMethod.find(({ method }) => method === 'cash') ?? {}
  if (receipts + reversals === 0) return [{ isDone: true, says: words.noCash }]
  return [{ isDone: !cash.sinceCount, says: cash.sinceCount ? words.notCounted : words.isCounted }]
}
