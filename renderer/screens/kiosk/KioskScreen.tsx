import { useEffect, useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { queueNeeds, type QueueNeed } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Given } from '#renderer/screens/kiosk/Given.tsx'
import classes from '#renderer/screens/kiosk/kiosk.module.css'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { usePrintNumber } from '#renderer/work/slip/usePrintNumber.ts'
import { useDigits } from '#renderer/work/useDigits.ts'
import { useLeaveVisitors } from '#renderer/work/useLeaveVisitors.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { catalogues } from '#renderer/words/words.ts'

const { id, en } = { id: catalogues.id.queue, en: catalogues.en.queue }

/** Visitors take their number themselves: one touch or one digit. Both languages, no way into the console, no line needed. */
export function KioskScreen() {
  const leave = useLeaveVisitors()
  const services = useLive('services')
  const [need, setNeed] = useState<QueueNeed>()
  const [given, setGiven] = useState<{ readonly queueTicketId: string; readonly display: string }>()
  const { run, running, problem } = useRun('takeNumber')
  const print = usePrintNumber()
  async function take(service: string): Promise<void> {
    if (running || given !== undefined) return
    const why = need === undefined ? { priority: 'normal' as const } : { priority: 'assisted' as const, need }
    const done = await run({ service, ...why })
    if (done === undefined) return
    setNeed(undefined)
    setGiven(done.value)
    print(done.value.display, service)
  }
  const onDigit = useDigits(services ?? [], ({ code }) => void take(code))
  useWindowKeys(onDigit as unknown as (event: KeyboardEvent) => void)
  return (
    <main className={classes['page']}>
      <h1>
        {id.kiosk.welcome} <span lang="en">{en.kiosk.welcome}</span>
      </h1>
      {given !== undefined ? (
        <Given given={given} onOver={() => setGiven(undefined)} />
      ) : (
        <>
          <p className={classes['lead']}>
            {services?.length === 0 ? id.kiosk.closed : id.kiosk.choose}
            <span lang="en">{services?.length === 0 ? en.kiosk.closed : en.kiosk.choose}</span>
          </p>
          <div className={classes['services']}>
            {(services ?? []).map(({ code, label, prefix }, place) => (
              <UnstyledButton key={code} className={classes['service']} onClick={() => void take(code)}>
                <span className={classes['letter']}>{prefix}</span>
                <span>
                  {label?.id ?? code}
                  <span lang="en">{label?.en ?? ''}</span>
                </span>
                <kbd>{place + 1}</kbd>
              </UnstyledButton>
            ))}
          </div>
          <Needs need={need} onNeed={setNeed} />
          <ProblemNote problem={problem} />
        </>
      )}
      <UnstyledButton className={classes['leave']} onClick={leave}>
        {id.kiosk.leave} · {en.kiosk.leave}
      </UnstyledButton>
    </main>
  )
}

interface NeedsProps {
  readonly need: QueueNeed | undefined
  readonly onNeed: (need: QueueNeed | undefined) => void
}

function Needs({ need, onNeed }: NeedsProps) {
  return (
    <div
      className={classes['needs']}
      role="group"
      aria-label={`${id.kiosk.priorityAsk} / ${en.kiosk.priorityAsk}`}
    >
      <p>
        {id.kiosk.priorityAsk} <span lang="en">{en.kiosk.priorityAsk}</span>
      </p>
      {queueNeeds.map((each) => (
        <UnstyledButton
          key={each}
          className={classes['need']}
          aria-pressed={need === each}
          onClick={() => onNeed(need === each ? undefined : each)}
        >
          {id.need[each]} <span lang="en">{en.need[each]}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}

/** Wherever the focus is: a visitor does not look for it. */
function useWindowKeys(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
