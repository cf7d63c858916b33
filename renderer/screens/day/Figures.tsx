import { contactTargetSeconds } from '#domain/contact/contact.ts'
import type { ContactFigures } from '#domain/day/contact-figures.ts'
import type { TicketFigures } from '#domain/day/ticket-figures.ts'
import { Figure } from '#renderer/screens/day/Figure.tsx'
import classes from '#renderer/screens/day/day.module.css'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface FiguresProps {
  readonly figures: ContactFigures
  /** Today's; absent for other days. */
  readonly tickets: TicketFigures | undefined
}

/** The figures a supervisor knows by heart, large enough to be read while walking past. */
export function Figures({ figures, tickets }: FiguresProps) {
  const { day } = useWords()
  const format = useFormat()
  const { contacts, handle, firstContact } = figures
  return (
    <dl className={classes['figures']} aria-label={day.figures}>
      <Figure name={day.contacts} value={format.count(contacts)} />
      <Figure
        name={day.handle}
        value={contacts === 0 ? '–' : format.duration(Math.round(handle.mean))}
        aside={day.target(format.duration(contactTargetSeconds))}
        isOver={handle.mean > contactTargetSeconds}
      />
      <Figure name={day.within} value={format.share(handle.withinTarget, contacts)} />
      <Figure
        name={day.firstContact}
        value={format.share(firstContact.settled, firstContact.of)}
        {...(firstContact.of === 0 ? {} : { aside: day.ofMeant(format.count(firstContact.of)) })}
      />
      {tickets === undefined ? null : (
        <>
          <Figure name={day.opened} value={format.count(tickets.opened)} />
          <Figure name={day.resolved} value={format.count(tickets.resolved)} />
          <Figure name={day.openTickets} value={format.count(tickets.open)} />
        </>
      )}
    </dl>
  )
}
