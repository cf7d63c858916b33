import { useRef } from 'react'
import { Select, TextInput } from '@mantine/core'
import { departments, priorities, type Department, type Priority } from '#domain/ticket/ticket.ts'
import type { TicketFilter } from '#renderer/data/contract-tickets.ts'
import classes from '#renderer/screens/tickets/tickets.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

interface FiltersProps {
  readonly filter: TicketFilter
  readonly onChange: (filter: TicketFilter) => void
}

/** What is left of a view: `/` goes to its words. */
export function Filters({ filter, onChange }: FiltersProps) {
  const { ticketing, terms } = useWords()
  const say = ticketing.list
  const field = useRef<HTMLInputElement>(null)
  useKeys({ search: () => field.current?.focus() })
  const { text: _text, ...withoutText } = filter
  const { priority: _priority, ...withoutPriority } = filter
  const { department: _department, ...withoutDepartment } = filter
  return (
    <div className={classes['filters']}>
      <TextInput
        ref={field}
        aria-label={say.text}
        placeholder={say.text}
        value={filter.text ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? withoutText : { ...filter, text: value })
        }
      />
      <Select<Priority>
        aria-label={say.anyPriority}
        placeholder={say.anyPriority}
        clearable
        data={optionsOf(priorities, terms.priority)}
        value={filter.priority ?? null}
        onChange={(priority) => onChange(priority === null ? withoutPriority : { ...filter, priority })}
      />
      <Select<Department>
        aria-label={say.anyDepartment}
        placeholder={say.anyDepartment}
        clearable
        data={optionsOf(departments, terms.department)}
        value={filter.department ?? null}
        onChange={(department) =>
          onChange(department === null ? withoutDepartment : { ...filter, department })
        }
      />
    </div>
  )
}
