import { memo } from 'react'
import { isOpen } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { TicketTable } from '#renderer/work/TicketTable.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

function Tickets({ customerId, count }: { readonly customerId: string; readonly count: number }) {
  const { work, common } = useWords()
  const format = useFormat()
  const rows = useLive('ticketsOf', customerId)?.filter(({ ticket }) => isOpen(ticket))
  return (
    <section aria-labelledby="open-tickets">
      <SectionTitle id="open-tickets" count={format.count(rows?.length ?? count)}>
        {work.customer.openTickets}
      </SectionTitle>
      {rows === undefined ? <LoadingRows rows={Math.min(3, count)} label={common.loading} /> : null}
      {rows?.length === 0 ? <p className={classes['quiet']}>{work.customer.noOpenTickets}</p> : null}
      {rows !== undefined && rows.length > 0 ? (
        <div className={classes['tickets']}>
          <TicketTable
            hideHeader
            label={work.customer.tickets}
            rows={rows}
            columns={['subject', 'status', 'priority', 'due', 'saved']}
            onOpen={(ticketId) => go({ at: 'ticket', ticketId })}
          />
        </div>
      ) : null}
    </section>
  )
}

export const OpenTickets = memo(Tickets)
