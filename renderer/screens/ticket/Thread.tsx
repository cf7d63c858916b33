import { useEffect, useRef } from 'react'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { followUpWords } from '#renderer/screens/ticket/follow-up-words.ts'
import type { ThreadEntry } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useEventSentence } from '#renderer/work/useEventSentence.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Everything that happened to the ticket, the newest at the end, beside the composer. */
export function Thread({ ticket }: { readonly ticket: Ticket }) {
  const { work, common } = useWords()
  const entries = useLive('threadOf', ticket.id)
  const end = useRef<HTMLDivElement>(null)
  const length = entries?.length
  useEffect(() => {
    // Newer Chromium answers with a promise, which must not become the effect's clean-up.
    end.current?.scrollIntoView({ block: 'end' })
  }, [length])
  if (entries === undefined) return <LoadingRows rows={6} label={common.loading} />
  return (
    <section className={classes['thread']} tabIndex={0} aria-label={work.ticket.thread}>
      {ticket.description === undefined ? null : (
        <p className={classes['description']}>{ticket.description}</p>
      )}
      <ol className={classes['entries']}>
        {entries.map((entry) => (
          <Entry key={entry.event.id} entry={entry} />
        ))}
      </ol>
      <div ref={end} />
    </section>
  )
}

/** The child order and its parcel, as a department told them. */
function EventFacts({ event }: Pick<ThreadEntry, 'event'>) {
  const { ticketing } = useWords()
  const parts = followUpWords(event, ticketing.shipmentStatus, ticketing.event)
  return parts === '' ? null : <p className={classes['followUp']}>{parts}</p>
}

function Entry({ entry }: { readonly entry: ThreadEntry }) {
  const { work, common } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const sentence = useEventSentence()
  const { event, actorName, ownerName, otherCode, state } = entry
  return (
    <li className={classes['entry']} data-kind={event.kind}>
      <div className={classes['what']}>
        <span>
          <b>{actorName ?? work.ticket.system}</b> {sentence(event, ownerName, otherCode)}
        </span>
        {state === 'at_headquarters' ? (
          <RecordChip state={state} words={common.recordStates} iconOnly />
        ) : (
          <RecordChip
            state={state}
            words={{ ...common.recordStates, saved_here: work.ticket.onlyHere }}
            hints={common.recordStateHints}
          />
        )}
        <time dateTime={new Date(event.at).toISOString()} title={format.dateTime(event.at)}>
          {format.when(event.at, now)}
        </time>
      </div>
      <EventFacts event={event} />
      {event.text === undefined ? null : <p className={classes['text']}>{event.text}</p>}
    </li>
  )
}
