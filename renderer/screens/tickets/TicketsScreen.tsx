import { SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import type { TicketListView } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { go, useWorkspace } from '#renderer/stores/workspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import screen from '#renderer/work/screen.module.css'
import { TicketTable, type TicketColumn } from '#renderer/work/TicketTable.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const views: readonly TicketListView[] = ['mine', 'open', 'late', 'done']
const most = 500
const columnsOf: Readonly<Record<TicketListView, readonly TicketColumn[]>> = {
  mine: ['code', 'subject', 'customer', 'status', 'priority', 'due', 'saved'],
  open: ['code', 'subject', 'customer', 'status', 'priority', 'due', 'owner', 'saved'],
  late: ['code', 'subject', 'customer', 'status', 'priority', 'due', 'owner', 'saved'],
  done: ['code', 'subject', 'customer', 'status', 'changed', 'owner', 'saved'],
}

/** The tickets of this centre that stand in the replica, in four views. */
export function TicketsScreen({ view }: { readonly view: TicketListView }) {
  const { work, common } = useWords()
  const format = useFormat()
  const rows = useLive('ticketList', view, most)
  const count = rows === undefined ? '' : format.count(rows.length)
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{work.tickets.title}</h1>
        <SegmentedControl
          aria-label={work.tickets.list}
          data={optionsOf(views, work.tickets.view)}
          value={view}
          onChange={(chosen) => useWorkspace.setState({ place: { at: 'tickets', view: chosen } })}
        />
        <span className={screen['quiet']} role="status">
          {rows === undefined ? '' : (rows.length < most ? work.tickets.count : work.tickets.first)(count)}
        </span>
      </div>
      <div className={screen['fill']}>
        {rows === undefined ? <LoadingRows rows={12} label={common.loading} /> : null}
        {rows?.length === 0 ? (
          <EmptyState
            icon={IconChecklist}
            title={work.tickets.empty[view]}
            text={work.tickets.emptyHint[view]}
          />
        ) : null}
        {rows !== undefined && rows.length > 0 ? (
          <TicketTable
            key={view}
            autoFocus
            label={work.tickets.view[view]}
            rows={rows}
            columns={columnsOf[view]}
            onOpen={(ticketId) => go({ at: 'ticket', ticketId })}
          />
        ) : null}
      </div>
    </div>
  )
}
