import { IconAlertTriangle } from '@tabler/icons-react'
import { isCrossed } from '#domain/queue/lifecycle.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { QueueRow } from '#renderer/data/contract-queue.ts'
import classes from '#renderer/screens/queue/queue.module.css'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import type { Column } from '#renderer/ui/RecordList.tsx'
import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

interface Around {
  readonly now: number
  readonly name: (service: string) => string
}

export function numberColumns(words: Words, format: Format, { now, name }: Around): Column<QueueRow>[] {
  const { queue } = words
  const since = ({ status, queuedAt }: QueueTicket) =>
    status === 'waiting'
      ? `${format.clock(queuedAt)} · ${format.span(now - queuedAt)}`
      : format.clock(queuedAt)
  return [
    {
      key: 'number',
      title: queue.column.number,
      width: '104px',
      render: ({ number }) => <strong>{number.display}</strong>,
    },
    {
      key: 'service',
      title: queue.column.service,
      width: 'minmax(120px, 1fr)',
      render: ({ number }) => name(number.service),
    },
    {
      key: 'priority',
      title: queue.column.priority,
      width: 'minmax(96px, 0.8fr)',
      render: ({ number }) => <PriorityMark number={number} words={words} />,
    },
    {
      key: 'status',
      title: queue.column.status,
      width: 'minmax(110px, 0.8fr)',
      render: ({ number }) => <StatusMark number={number} words={words} />,
    },
    {
      key: 'waiting',
      title: queue.column.waiting,
      width: '148px',
      render: ({ number }) => since(number),
    },
    {
      key: 'counter',
      title: queue.column.counter,
      width: 'minmax(96px, 1fr)',
      render: ({ number, agentName }) =>
        number.counter === undefined ? '' : [number.counter, agentName ?? ''].filter(Boolean).join(' · '),
    },
    {
      key: 'saved',
      title: queue.column.saved,
      titleHidden: true,
      width: '28px',
      align: 'end',
      render: ({ state }) => <RecordChip state={state} words={words.common.recordStates} iconOnly />,
    },
  ]
}

function PriorityMark({
  number: { priority, need },
  words: { queue },
}: {
  number: QueueTicket
  words: Words
}) {
  if (priority === 'normal') return <span className={classes['quiet']}>{queue.priority.normal}</span>
  return <strong>{need === undefined ? queue.priority[priority] : queue.need[need]}</strong>
}

/** Two counters with one number are told in words and with a sign. [X1] */
function StatusMark({ number, words: { queue } }: { number: QueueTicket; words: Words }) {
  if (!isCrossed(number)) return queue.status[number.status]
  return (
    <span className={classes['crossed']} title={queue.crossedHint}>
      <IconAlertTriangle size={14} aria-hidden /> {`${queue.status[number.status]} · ${queue.crossed}`}
    </span>
  )
}
