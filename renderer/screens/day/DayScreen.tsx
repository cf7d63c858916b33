import { lazy, Suspense, useState } from 'react'
import { Button, SegmentedControl } from '@mantine/core'
import { IconCloudOff, IconFileDownload } from '@tabler/icons-react'
import { leadsCentre } from '#domain/staff/roles.ts'
import type { DayRange, DayView } from '#renderer/data/contract-day.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Agents } from '#renderer/screens/day/Agents.tsx'
import { Closing } from '#renderer/screens/day/Closing.tsx'
import { Exceptions } from '#renderer/screens/day/Exceptions.tsx'
import { Figures } from '#renderer/screens/day/Figures.tsx'
import { Now } from '#renderer/screens/day/Now.tsx'
import classes from '#renderer/screens/day/day.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import screen from '#renderer/work/screen.module.css'
import { useFileOf } from '#renderer/work/useFileOf.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const charts = () => import('#renderer/screens/day/Charts.tsx')
const Charts = lazy(async () => ({ default: (await charts()).Charts }))
// Half as large as all the rest, so not in the way of a start; but here long before a browser may lose its server.
requestIdleCallback(() => void charts())

type Part = 'today' | 'week' | 'closing'
const parts: readonly Part[] = ['today', 'week', 'closing']

/** The centre's day: what needs attention first, then how it goes; and what must be seen to before the shop closes. */
export function DayScreen() {
  const { day: words, common } = useWords()
  const [chosen, setPart] = useState<Part>('today')
  const role = useLive('desk')?.person?.role
  const centre = useLive('desk')?.centre
  const offline = useLive('sync')?.link === 'down'
  const day = useLive('day')
  // Whoever has a drawer but leads no centre sees how the shop is closed, and no figures.
  const isLeading = leadsCentre(role)
  const part = isLeading ? chosen : 'closing'
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{words.title(centre?.name ?? '')}</h1>
        {isLeading ? (
          <SegmentedControl
            aria-label={words.parts}
            data={optionsOf(parts, words.part)}
            value={part}
            onChange={setPart}
          />
        ) : null}
        <span className={screen['quiet']}>{useScope()}</span>
        {part === 'closing' ? null : <SaveButtons range={part} />}
      </div>
      {offline ? (
        <ErrorNote tone="calm" icon={IconCloudOff}>
          {words.offline}
        </ErrorNote>
      ) : null}
      {day?.whole === false ? <ErrorNote tone="calm">{words.partly}</ErrorNote> : null}
      {day === undefined || (day === null && isLeading) ? (
        <LoadingRows rows={8} label={common.loading} />
      ) : (
        <Part part={part} day={day ?? undefined} />
      )}
    </div>
  )
}

function Part({ part, day }: { readonly part: Part; readonly day: DayView | undefined }) {
  const { day: words, common } = useWords()
  if (part === 'closing' || day === undefined) return <Closing day={day} />
  return (
    // The content of a screen that scrolls takes the focus, so that keys can scroll it.
    <div className={classes['body']} tabIndex={0} role="region" aria-label={words.part[part]}>
      {part === 'today' ? <Exceptions day={day} /> : null}
      {part === 'today' ? <Now /> : null}
      <Figures figures={day[part]} tickets={part === 'today' ? day.tickets : undefined} />
      <Suspense fallback={<LoadingRows rows={6} label={common.loading} />}>
        <Charts figures={day[part]} by={part === 'today' ? 'hour' : 'day'} />
      </Suspense>
      {part === 'today' ? <Agents agents={day.agents} /> : null}
    </div>
  )
}

function useScope(): string {
  const { day } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const asOf = useLive('sync')?.lastAcknowledgedAt
  return asOf === undefined ? day.scopeNever : day.scope(format.when(asOf, now))
}

function SaveButtons({ range }: { readonly range: DayRange }) {
  const { day, payments } = useWords()
  const format = useFormat()
  const contacts = useFileOf('exportDay', (count) => day.exported(format.count(count)))
  const money = useFileOf('exportPayments', (count) => payments.exported(format.count(count)))
  const files = [
    { name: day.export, ...contacts },
    { name: payments.export, ...money },
  ]
  return (
    <>
      <ProblemNote problem={contacts.problem ?? money.problem} />
      <Button.Group className={screen['spring']}>
        {files.map(({ name, save, running }, place) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            loading={running}
            leftSection={place === 0 ? <IconFileDownload size={14} aria-hidden /> : null}
            onClick={() => void save({ range })}
          >
            {name}
          </Button>
        ))}
      </Button.Group>
    </>
  )
}
