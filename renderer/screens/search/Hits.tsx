import { useEffect } from 'react'
import type { SearchHit } from '#renderer/data/contract.ts'
import { hitKey } from '#renderer/screens/search/open-hit.ts'
import classes from '#renderer/screens/search/search.module.css'
import { CustomerHit } from '#renderer/work/CustomerHit.tsx'
import { StatusMark } from '#renderer/work/TicketMarks.tsx'
import { useWords } from '#renderer/words/words.ts'

interface HitsProps {
  readonly hits: readonly SearchHit[]
  readonly active: SearchHit | undefined
  /** The answer to an earlier text; the next one is on its way. */
  readonly stale: boolean
  readonly onOpen: (hit: SearchHit) => void
}

export function Hits({ hits, active, stale, onOpen }: HitsProps) {
  const { work } = useWords()
  const activeKey = active === undefined ? undefined : hitKey(active)
  useEffect(() => {
    if (activeKey !== undefined)
      document.getElementById(`hit-${activeKey}`)?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  return (
    <div
      id="hits"
      role="listbox"
      aria-label={work.search.results}
      aria-busy={stale}
      className={classes['hits']}
    >
      {hits.map((hit) => (
        <div
          key={hitKey(hit)}
          id={`hit-${hitKey(hit)}`}
          role="option"
          aria-selected={hitKey(hit) === activeKey}
          className={classes['hit']}
          onClick={() => onOpen(hit)}
        >
          {hit.kind === 'customer' ? <CustomerHit hit={hit} /> : <TicketHit hit={hit} />}
        </div>
      ))}
    </div>
  )
}

function TicketHit({ hit }: { readonly hit: Extract<SearchHit, { kind: 'ticket' }> }) {
  const { work } = useWords()
  return (
    <>
      <span className={classes['name']}>{hit.subject}</span>
      <span className={classes['quiet']}>{`${work.search.ticket} ${hit.code}`}</span>
      <span className={classes['quiet']}>{hit.customerName ?? work.tickets.noCustomer}</span>
      <StatusMark status={hit.status} />
    </>
  )
}
