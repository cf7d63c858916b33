import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { departments, type Department } from '#domain/ticket/ticket.ts'
import type { StagedTask } from '#renderer/stores/contact.ts'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import classes from '#renderer/work/staged.module.css'
import { typed } from '#renderer/work/typed.ts'
import { useWords } from '#renderer/words/words.ts'

interface TaskFieldsProps {
  readonly task: StagedTask
  /** `undefined` takes it out. */
  readonly onChange: (task: StagedTask | undefined) => void
}

/** The choices of how soon an answer is needed, in hours. */
export const withinHours = ['2', '4', '24', '48', '120'] as const

/** What a department will be asked, while it can still be changed. */
export function TaskFields({ task, onChange }: TaskFieldsProps) {
  const { ticketing, terms } = useWords()
  const say = ticketing.tasks
  return (
    <fieldset className={classes['task']}>
      <legend>
        {ticketing.macro.task}
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={ticketing.macro.remove(ticketing.macro.task)}
          onClick={() => onChange(undefined)}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </legend>
      <div className={classes['pair']}>
        <Select<Department>
          {...typed}
          label={say.department}
          data={optionsOf(departments, terms.department)}
          value={task.department}
          onChange={(department) => department !== null && onChange({ ...task, department })}
        />
        <Select
          {...typed}
          label={say.within}
          data={hoursFor(task.withinHours, say.withinHours)}
          value={String(task.withinHours)}
          onChange={(hours) => hours !== null && onChange({ ...task, withinHours: Number(hours) })}
        />
      </div>
      <NoteField
        label={say.what}
        maxLength={1000}
        value={task.ask}
        missing={task.ask.trim() === '' ? say.missingWhat : undefined}
        onChange={(ask) => onChange({ ...task, ask })}
      />
    </fieldset>
  )
}

/** The usual choices, and the one that a macro brought. */
function hoursFor(present: number, names: Readonly<Record<(typeof withinHours)[number], string>>) {
  const usual = optionsOf(withinHours, names)
  const value = String(present)
  return usual.some((each) => each.value === value) ? usual : [...usual, { value, label: value }]
}
