import type { ReactNode } from 'react'
import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { priorities, type Priority, type TicketStatus } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import type { Staged } from '#renderer/work/composed.ts'
import { optionsOf } from '#renderer/work/options.ts'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import classes from '#renderer/work/staged.module.css'
import { TaskFields } from '#renderer/work/TaskFields.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useWords } from '#renderer/words/words.ts'

interface StagedPartsProps {
  readonly staged: Staged
  /** The statuses that can be chosen. */
  readonly statuses: readonly TicketStatus[]
  /** Why the status that stands ready cannot be taken now. */
  readonly hindrance?: string | undefined
  readonly onChange: (staged: Staged) => void
}

/** What stands ready, before the eyes: each part can be changed, and taken out. */
export function StagedParts({ staged, statuses, hindrance, onChange }: StagedPartsProps) {
  const { ticketing, terms } = useWords()
  const say = ticketing.macro
  const { status, priority, ownerId, escalate, task } = staged
  const without = (...names: readonly (keyof Staged)[]) =>
    onChange(
      Object.fromEntries(Object.entries(staged).filter(([name]) => !names.includes(name as keyof Staged))),
    )
  return (
    <section className={classes['staged']} aria-label={say.staged}>
      <p className={classes['hint']}>{say.stagedHint}</p>
      <div className={classes['parts']}>
        {status === undefined ? null : (
          <Part name={say.status} onRemove={() => without('status', 'resolutionCode')}>
            <Select<TicketStatus>
              {...typed}
              id="staged-status"
              label={say.status}
              data={optionsOf(
                statuses.includes(status) ? statuses : [...statuses, status],
                terms.ticketStatus,
              )}
              value={status}
              error={hindrance}
              onChange={(to) => to !== null && onChange({ ...staged, status: to })}
            />
          </Part>
        )}
        {status === 'resolved' ? (
          <Resolution
            value={staged.resolutionCode}
            onChange={(resolutionCode) => onChange({ ...staged, resolutionCode })}
          />
        ) : null}
        {priority === undefined ? null : (
          <Part name={say.priority} onRemove={() => without('priority')}>
            <Select<Priority>
              {...typed}
              id="staged-priority"
              label={say.priority}
              data={optionsOf(priorities, terms.priority)}
              value={priority}
              onChange={(level) => level !== null && onChange({ ...staged, priority: level })}
            />
          </Part>
        )}
        {ownerId === undefined ? null : (
          <Part name={say.owner} onRemove={() => without('ownerId')}>
            <Owner value={ownerId} onChange={(id) => onChange({ ...staged, ownerId: id })} />
          </Part>
        )}
        {escalate === true ? (
          <Part name={say.escalate} onRemove={() => without('escalate')}>
            <span className={classes['said']}>{say.escalate}</span>
          </Part>
        ) : null}
      </div>
      {task === undefined ? null : (
        <TaskFields
          task={task}
          onChange={(next) => (next === undefined ? without('task') : onChange({ ...staged, task: next }))}
        />
      )}
    </section>
  )
}

interface PartProps {
  readonly name: string
  readonly onRemove: () => void
  readonly children: ReactNode
}

function Part({ name, onRemove, children }: PartProps) {
  const { ticketing } = useWords()
  return (
    <div className={classes['part']}>
      {children}
      <ActionIcon
        size={30}
        variant="subtle"
        color="gray"
        aria-label={ticketing.macro.remove(name)}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}

interface ChoiceProps {
  readonly value: string | undefined
  readonly onChange: (value: string) => void
}

function Resolution({ value, onChange }: ChoiceProps) {
  const { work } = useWords()
  const resolutions = useLive('resolutions') ?? []
  const name = useReasonName('resolutions')
  return (
    <Select
      {...typed}
      label={work.ticket.resolution}
      error={value === undefined ? work.ticket.needsResolution : undefined}
      data={resolutions.map(({ code }) => ({ value: code, label: name(code) }))}
      value={value ?? null}
      onChange={(code) => code !== null && onChange(code)}
    />
  )
}

/** A colleague of this centre. */
function Owner({ value, onChange }: ChoiceProps) {
  const { ticketing } = useWords()
  const staff = useLive('staff') ?? []
  const centreId = useLive('desk')?.centre?.id
  return (
    <Select
      {...typed}
      id="staged-ownerId"
      label={ticketing.macro.owner}
      data={staff
        .filter((one) => one.centreId === centreId && one.staffId !== undefined)
        .map((one) => ({ value: one.staffId ?? '', label: one.name ?? one.code }))}
      value={value ?? null}
      onChange={(id) => id !== null && onChange(id)}
    />
  )
}
