import { Button } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { TicketTable } from '#renderer/work/TicketTable.tsx'
import { useWords } from '#renderer/words/words.ts'

const most = 40
/** With more of their own to do, a person has no need of others' tickets. */
const enough = 8

/** What else waits in this centre, for whoever has little left. */
export function OtherTickets() {
  const { work } = useWords()
  const personId = useLive('desk')?.person?.id
  const mine = useLive('ticketList', 'mine', enough + 1)
  const open = useLive('ticketList', 'open', most)
  const others = open?.filter(({ ticket }) => ticket.ownerId !== personId)
  if (mine === undefined || mine.length > enough || others === undefined || others.length === 0) return null
  return (
    <section className={classes['others']} aria-labelledby="other-tickets">
      <SectionTitle
        id="other-tickets"
        aside={
          <Button size="compact-xs" variant="subtle" onClick={() => go({ at: 'tickets', view: 'open' })}>
            {work.desk.allOpen}
          </Button>
        }
      >
        {work.desk.others}
      </SectionTitle>
      <div className={classes['list']}>
        <TicketTable
          label={work.desk.others}
          rows={others}
          columns={['due', 'priority', 'subject', 'customer', 'status', 'owner', 'saved']}
          onOpen={(ticketId) => go({ at: 'ticket', ticketId })}
        />
      </div>
    </section>
  )
}
