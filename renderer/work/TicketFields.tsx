import { Select, TextInput } from '@mantine/core'
import { departments, priorities, ticketTypes, type Ticket } from '#domain/ticket/ticket.ts'
import classes from '#renderer/work/facts.module.css'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

export interface TicketEssence {
  readonly subject: string
  readonly type: Ticket['type']
  readonly department: Ticket['department']
  readonly priority: Ticket['priority']
}

interface TicketFieldsProps {
  readonly value: TicketEssence
  readonly onChange: (value: TicketEssence) => void
  readonly subjectError?: string | undefined
  readonly subjectId?: string
}

/** What every new ticket needs, wherever it is opened. */
export function TicketFields({ value, onChange, subjectError, subjectId }: TicketFieldsProps) {
  const { terms, work } = useWords()
  const choose = <K extends keyof TicketEssence>(key: K) => ({
    allowDeselect: false,
    value: value[key],
    onChange: (chosen: TicketEssence[K] | null) => chosen !== null && onChange({ ...value, [key]: chosen }),
  })
  return (
    <>
      <TextInput
        {...(subjectId === undefined ? {} : { id: subjectId })}
        label={work.ticketForm.subject}
        placeholder={work.ticketForm.subjectHint}
        maxLength={200}
        value={value.subject}
        error={subjectError}
        onChange={(event) => onChange({ ...value, subject: event.currentTarget.value })}
      />
      <div className={classes['three']}>
        <Select
          label={work.ticketForm.type}
          data={optionsOf(ticketTypes, terms.ticketType)}
          {...choose('type')}
        />
        <Select
          label={work.ticketForm.priority}
          data={optionsOf(priorities, terms.priority)}
          {...choose('priority')}
        />
        <Select
          label={work.ticketForm.department}
          data={optionsOf(departments, terms.department)}
          {...choose('department')}
        />
      </div>
    </>
  )
}
