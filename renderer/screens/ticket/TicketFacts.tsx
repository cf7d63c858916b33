import type { TicketRow } from '#renderer/data/contract.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import { FactList } from '#renderer/work/FactList.tsx'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

export function TicketFacts({ row }: { readonly row: TicketRow }) {
  const { work, terms } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const reason = useReasonName()
  const resolution = useReasonName('resolutions')
  const { ticket } = row
  return (
    <FactList
      label={work.ticket.facts}
      facts={[
        [work.tickets.owner, row.ownerName ?? work.tickets.unknownOwner],
        [work.ticket.type, terms.ticketType[ticket.type]],
        [work.ticket.department, terms.department[ticket.department]],
        [work.ticket.channel, terms.channel[ticket.channel]],
        [work.ticket.reason, ticket.reasonCode === undefined ? undefined : reason(ticket.reasonCode)],
        [work.ticket.opened, format.when(ticket.openedAt, now)],
        [work.tickets.due, row.sla.dueAt === undefined ? undefined : format.when(row.sla.dueAt, now)],
        [
          work.ticket.resolution,
          ticket.resolutionCode === undefined ? undefined : resolution(ticket.resolutionCode),
        ],
        [work.ticket.closed, ticket.closedAt === undefined ? undefined : format.when(ticket.closedAt, now)],
      ]}
    />
  )
}
