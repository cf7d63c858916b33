import { useCallback, useState } from 'react'
import type { TicketRow } from '#renderer/data/contract.ts'
import type { TicketFilter, TicketView } from '#renderer/data/contract-tickets.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useLatest } from '#renderer/work/useLatest.ts'

/** Rows are asked for in stretches, so that scrolling asks seldom. */
const stretch = 100

const startOf = (first: number) => Math.max(0, Math.floor(first / stretch) * stretch - stretch / 2)

interface Known {
  /** The stretch that came last. */
  readonly rows: readonly TicketRow[] | undefined
  readonly byId: ReadonlyMap<string, TicketRow>
}

/** This stretch, and what of the one before may still be on the page. */
function byIdOf(rows: readonly TicketRow[], before: readonly TicketRow[]): ReadonlyMap<string, TicketRow> {
  return new Map([...before, ...rows].map((row) => [row.ticket.id, row]))
}

/** A list of any length: all its ids, and the rows that are on the page or were a moment ago. */
export function useTicketWindow(view: TicketView, filter: TicketFilter) {
  const ids = useLatest(useLive('ticketIds', view, filter))
  const [from, setFrom] = useState(0)
  const rows = useLive('ticketRows', view, filter, from, stretch * 2)
  const [known, setKnown] = useState<Known>({ rows: undefined, byId: new Map() })
  if (rows !== undefined && rows !== known.rows) setKnown({ rows, byId: byIdOf(rows, known.rows ?? []) })
  const onSeen = useCallback((first: number) => setFrom(startOf(first)), [])
  // Shown together: a list that is drawn before its rows are here would be drawn twice.
  return { ids: known.rows === undefined ? undefined : ids, byId: known.byId, onSeen }
}
