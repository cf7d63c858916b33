import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { isHeld } from '#domain/queue/lifecycle.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { QueueRow } from '#renderer/data/contract-queue.ts'
import { numberColumns } from '#renderer/screens/queue/number-columns.tsx'
import classes from '#renderer/screens/queue/queue.module.css'
import type { QueueListView } from '#renderer/screens/queue/QueueScreen.tsx'
import { useNumberActions, type NumberAction } from '#renderer/screens/queue/useNumberActions.ts'
import { useKeys, type Handlers } from '#renderer/stores/keys.ts'
import { keymap } from '#renderer/stores/keymap.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { TransferDialog } from '#renderer/work/TransferDialog.tsx'
import { useServiceName } from '#renderer/work/useServiceName.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Today's numbers, each with what may be done with it: by its letter, or by the buttons below the list. */
export function Numbers({
  view,
  rows,
}: {
  readonly view: QueueListView
  readonly rows: readonly QueueRow[]
}) {
  const words = useWords()
  const { queue } = words
  const format = useFormat()
  const now = useClock(15_000)
  const name = useServiceName()
  const shown = view === 'open' ? openFirst(rows) : rows.filter(({ number }) => !isOpen(number)).toReversed()
  const [activeId, setActiveId] = useState<string>()
  const active = shown.find(({ number }) => number.id === activeId) ?? shown[0]
  const [transferred, setTransferred] = useState<QueueTicket>()
  const { actionsFor, problem } = useNumberActions(setTransferred)
  const actions = active === undefined ? [] : actionsFor(active.number)
  useKeys(keysOf(actions))
  if (shown.length === 0)
    return (
      <EmptyState
        icon={IconTicket}
        title={view === 'open' ? queue.nobody : queue.noneDone}
        text={view === 'open' ? queue.nobodyHint : undefined}
      />
    )
  return (
    <>
      <div className={classes['numbers']}>
        <RecordList
          autoFocus={isFree()}
          label={queue.view[view]}
          rows={shown}
          columns={numberColumns(words, format, { now, name })}
          rowKey={({ number }) => number.id}
          onActive={({ number }) => setActiveId(number.id)}
          onOpen={({ number }) =>
            actionsFor(number)
              .find(({ key }) => key === 'listOpen')
              ?.run()
          }
        />
      </div>
      <ProblemNote problem={problem} />
      {active === undefined || actions.length === 0 ? null : (
        <div className={classes['actions']} role="group" aria-label={queue.actions}>
          <strong>{active.number.display}</strong>
          {actions.map(({ key, label, run }) => (
            <Button
              key={key}
              size="compact-sm"
              variant="default"
              rightSection={<KeyHint keys={keymap[key].keys.at(-1) ?? ''} />}
              onClick={run}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {transferred === undefined ? null : (
        <TransferDialog number={transferred} onClose={() => setTransferred(undefined)} />
      )}
    </>
  )
}

/** Who is at a counter stands above those who wait, who stand in the order of their turn. */
function openFirst(rows: readonly QueueRow[]): readonly QueueRow[] {
  return [
    ...rows.filter(({ number }) => isHeld(number)),
    ...rows.filter(({ number }) => number.status === 'waiting'),
  ]
}

/** The list may appear while somebody writes a note or looks at the number that was just given: then the focus stays. */
function isFree(): boolean {
  const busy = document.activeElement?.closest('[aria-modal="true"], aside, input, textarea')
  return busy === null || busy === undefined
}

const isOpen = (number: QueueTicket) => number.status === 'waiting' || isHeld(number)

/** Enter is the list's own. */
function keysOf(actions: readonly NumberAction[]): Handlers {
  return Object.fromEntries(actions.filter(({ key }) => key !== 'listOpen').map(({ key, run }) => [key, run]))
}
