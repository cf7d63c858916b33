import { useState } from 'react'
import { Button } from '@mantine/core'
import { ticketStatuses } from '#domain/ticket/ticket.ts'
import type { WorkedOn } from '#renderer/data/contract-tickets.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/tickets/tickets.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Compose } from '#renderer/work/Compose.tsx'
import { changesOf, nothingComposed, readComposed, type Composed } from '#renderer/work/composed.ts'
import { useMentionedIn } from '#renderer/work/MentionField.tsx'
import { useFilled } from '#renderer/work/useFilled.ts'
import { useMacroWords } from '#renderer/work/useMacroWords.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Each ticket is an operation of its own; more than this at once keeps a desk busy for long. */
const most = 200

interface BulkBarProps {
  readonly selected: ReadonlySet<string>
  /** What stays selected. */
  readonly onSelect: (keys: ReadonlySet<string>) => void
}

/** The same work on every chosen ticket, put ready first and then done at once; what could not be done says why. */
export function BulkBar({ selected, onSelect }: BulkBarProps) {
  const { ticketing, work } = useWords()
  const format = useFormat()
  const say = ticketing.list
  const draft = useFilled<Composed>('tickets', readComposed, nothingComposed)
  const composed = draft.filled
  const [worked, setWorked] = useState<WorkedOn>()
  const { run, running, problem } = useRun('workOnTickets')
  const me = useLive('desk')?.person?.id ?? ''
  const words = useMacroWords(undefined, {})
  const mentioned = useMentionedIn(composed.text)
  const isNone = selected.size === 0
  useKeys({ back: isNone ? undefined : () => onSelect(new Set()) })
  async function commit(): Promise<void> {
    const done = await run({ ticketIds: [...selected], changes: changesOf(composed, mentioned) })
    if (done === undefined) return
    setWorked(done.value)
    draft.clear()
    announce(say.worked(format.count(done.value.done)))
    onSelect(new Set(done.value.refused.map(({ ticketId }) => ticketId)))
  }
  return (
    <>
      {worked === undefined ? null : <Summary worked={worked} />}
      {isNone ? null : (
        <section className={classes['bulk']} aria-label={say.selected(format.count(selected.size))}>
          <div className={classes['bulkHead']}>
            <strong>{say.selected(format.count(selected.size))}</strong>
            <Button size="compact-xs" variant="subtle" onClick={() => onSelect(new Set())}>
              {say.unselect}
            </Button>
          </div>
          {selected.size > most ? (
            <ErrorNote>{say.most(format.count(most))}</ErrorNote>
          ) : (
            <Compose
              composed={composed}
              onChange={draft.change}
              ready={draft.ready}
              onCommit={commit}
              running={running}
              problem={problem}
              statuses={ticketStatuses}
              say={words}
              adding={[
                [work.tickets.status, { status: 'in_progress' }],
                [work.tickets.priority, { priority: 'p3' }],
                [work.tickets.owner, { ownerId: me }],
              ]}
            />
          )}
        </section>
      )}
    </>
  )
}

/** What came of it, and of which tickets nothing came and why. */
function Summary({ worked }: { readonly worked: WorkedOn }) {
  const { ticketing, problems } = useWords()
  const format = useFormat()
  const say = ticketing.list
  return (
    <ErrorNote tone="calm" title={say.worked(format.count(worked.done))}>
      {worked.refused.length === 0 ? null : (
        <>
          {say.notWorked(format.count(worked.refused.length))}
          <ul className={classes['refused']}>
            {worked.refused.map(({ ticketId, code, problem }) => (
              <li key={ticketId}>
                {code}: {problems[problem]}
              </li>
            ))}
          </ul>
        </>
      )}
    </ErrorNote>
  )
}
