import { useState, type ReactNode } from 'react'
import { Button, SegmentedControl } from '@mantine/core'
import { IconCloudOff, IconSettings, IconSpeakerphone, IconTicket } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import { CounterDialog } from '#renderer/screens/queue/CounterDialog.tsx'
import { GiveDialog } from '#renderer/screens/queue/GiveDialog.tsx'
import { Lanes } from '#renderer/screens/queue/Lanes.tsx'
import { MaintainServices } from '#renderer/screens/queue/MaintainServices.tsx'
import { Numbers } from '#renderer/screens/queue/Numbers.tsx'
import { Screens } from '#renderer/screens/queue/Screens.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import screen from '#renderer/work/screen.module.css'
import { useCallNext } from '#renderer/work/useCallNext.ts'
import { useCounter } from '#renderer/work/useCounter.ts'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

const views = ['open', 'done'] as const
export type QueueListView = (typeof views)[number]

const parts = ['queue', 'services'] as const

/** The queue of today; admins say here too what visitors queue for. */
export function QueueScreen() {
  const { queue } = useWords()
  const mayMaintain = usePermits()('publishService')
  const [part, setPart] = useState<(typeof parts)[number]>('queue')
  if (!mayMaintain) return <Today />
  const choice = (
    <SegmentedControl
      aria-label={queue.parts}
      data={optionsOf(parts, queue.part)}
      value={part}
      onChange={setPart}
    />
  )
  if (part === 'queue') return <Today choice={choice} />
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{queue.title}</h1>
        {choice}
      </div>
      <MaintainServices />
    </div>
  )
}

/** Everybody who came today: who waits for what, who is where, and what this counter does next. */
function Today({ choice }: { readonly choice?: ReactNode }) {
  const { queue, common } = useWords()
  const view = useLive('queue')
  const services = useLive('services')
  const [list, setList] = useState<QueueListView>('open')
  const offline = useLive('sync')?.link === 'down'
  if (view === undefined || services === undefined)
    return (
      <div className={screen['screen']}>
        <LoadingRows rows={8} label={common.loading} />
      </div>
    )
  return (
    <div className={screen['screen']}>
      <Top choice={choice} hasServices={services.length > 0} />
      {offline ? (
        <ErrorNote tone="calm" icon={IconCloudOff}>
          {queue.offline}
        </ErrorNote>
      ) : null}
      {services.length === 0 ? (
        <EmptyState icon={IconTicket} title={queue.noServices} text={queue.noServicesHint} />
      ) : (
        <>
          <Lanes services={services} rows={view.rows} />
          <SegmentedControl
            aria-label={queue.numbers}
            style={{ alignSelf: 'flex-start' }}
            data={optionsOf(views, queue.view)}
            value={list}
            onChange={setList}
          />
          <Numbers key={list} view={list} rows={view.rows} />
        </>
      )}
    </div>
  )
}

interface TopProps {
  readonly choice: ReactNode
  readonly hasServices: boolean
}

function Top({ choice, hasServices }: TopProps) {
  const { queue } = useWords()
  const counter = useCounter()
  const works = usePermits()('callNumber') && hasServices
  const { callNext, running, problem } = useCallNext()
  const [dialog, setDialog] = useState<'give' | 'counter'>()
  useKeys({ giveNumber: works ? () => setDialog('give') : undefined })
  const close = () => setDialog(undefined)
  return (
    <>
      <div className={screen['top']}>
        <h1>{queue.title}</h1>
        {choice}
        <Button
          variant="subtle"
          leftSection={<IconSettings size={14} aria-hidden />}
          title={queue.settings}
          onClick={() => setDialog('counter')}
        >
          {queue.counterIs(counter)}
        </Button>
        <Screens />
        {works ? (
          <>
            <Button variant="default" rightSection={<KeyHint keys="g" />} onClick={() => setDialog('give')}>
              {queue.give}
            </Button>
            <Button
              loading={running}
              leftSection={<IconSpeakerphone size={14} aria-hidden />}
              rightSection={<KeyHint keys="F2" />}
              onClick={() => void callNext()}
            >
              {queue.callNext}
            </Button>
          </>
        ) : null}
      </div>
      <ProblemNote problem={problem} />
      {dialog === 'give' ? <GiveDialog onClose={close} /> : null}
      {dialog === 'counter' ? <CounterDialog onClose={close} /> : null}
    </>
  )
}
