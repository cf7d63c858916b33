import { useState } from 'react'
import { Button, SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { ticketViews, type TicketFilter, type TicketView } from '#renderer/data/contract-tickets.ts'
import { BulkBar } from '#renderer/screens/tickets/BulkBar.tsx'
import { Filters } from '#renderer/screens/tickets/Filters.tsx'
import { OwnViews } from '#renderer/screens/tickets/OwnViews.tsx'
import { TicketGrid } from '#renderer/screens/tickets/TicketGrid.tsx'
import classes from '#renderer/screens/tickets/tickets.module.css'
import { useTicketWindow } from '#renderer/screens/tickets/useTicketWindow.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { go, useWorkspace } from '#renderer/stores/workspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import screen from '#renderer/work/screen.module.css'
import type { TicketColumn } from '#renderer/work/ticket-columns.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const open: readonly TicketColumn[] = [
  'due',
  'priority',
  'code',
  'subject',
  'customer',
  'status',
  'owner',
  'saved',
]
const columnsOf: Readonly<Partial<Record<TicketView, readonly TicketColumn[]>>> = {
  mine: open.filter((column) => column !== 'owner'),
  done: ['code', 'subject', 'customer', 'status', 'changed', 'owner', 'saved'],
}

/** The tickets of this centre that stand in the replica, view by view. */
export function TicketsScreen({ view }: { readonly view: TicketView }) {
  const { work, ticketing } = useWords()
  const [filter, setFilter] = useState<TicketFilter>({})
  const place = ticketViews.indexOf(view)
  const turnTo = (to: TicketView, narrowed: TicketFilter = {}) => {
    setFilter(narrowed)
    useWorkspace.setState({ place: { at: 'tickets', view: to } })
  }
  const step = (by: number) => turnTo(ticketViews.at((place + by) % ticketViews.length) ?? view)
  useKeys({ nextView: () => step(1), previousView: () => step(-1) })
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{work.tickets.title}</h1>
        <Filters filter={filter} onChange={setFilter} />
      </div>
      <div className={classes['body']}>
        <nav aria-label={ticketing.list.views}>
          <SegmentedControl
            aria-label={ticketing.list.views}
            orientation="vertical"
            fullWidth
            data={optionsOf(ticketViews, ticketing.list.view)}
            value={view}
            onChange={(to) => turnTo(to)}
          />
          <OwnViews view={view} filter={filter} onChoose={(own) => turnTo(own.view, own.filter)} />
        </nav>
        <List key={view} view={view} filter={filter} onClear={() => setFilter({})} />
      </div>
    </div>
  )
}

interface ListProps {
  readonly view: TicketView
  readonly filter: TicketFilter
  readonly onClear: () => void
}

function List({ view, filter, onClear }: ListProps) {
  const { work, common, ticketing } = useWords()
  const format = useFormat()
  const { ids, byId, onSeen } = useTicketWindow(view, filter)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const say = ticketing.list
  const isFiltered = Object.keys(filter).length > 0
  return (
    <div className={classes['main']}>
      <p className={classes['count']} role="status">
        {ids === undefined ? '' : `${work.tickets.count(format.count(ids.length))}. ${say.scope}`}
        <span>{say.selectHint}</span>
      </p>
      <div className={screen['fill']}>
        {ids === undefined ? <LoadingRows rows={12} label={common.loading} /> : null}
        {ids?.length === 0 ? (
          <EmptyState
            icon={IconChecklist}
            title={isFiltered ? say.filtered : say.empty[view]}
            text={isFiltered ? undefined : say.emptyHint[view]}
            action={isFiltered ? <Button onClick={onClear}>{say.clear}</Button> : undefined}
          />
        ) : null}
        {ids !== undefined && ids.length > 0 ? (
          <TicketGrid
            label={say.view[view]}
            ids={ids}
            byId={byId}
            columns={columnsOf[view] ?? open}
            selected={selected}
            onSelect={setSelected}
            onSeen={onSeen}
            onOpen={(ticketId) => go({ at: 'ticket', ticketId })}
          />
        ) : null}
      </div>
      <BulkBar selected={selected} onSelect={setSelected} />
    </div>
  )
}
