import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  type Icon,
} from '@tabler/icons-react'
import { isTaskOpen } from '#domain/ticket/task.ts'
import type { Task } from '#domain/ticket/ticket.ts'
import { followUpWords } from '#renderer/screens/ticket/follow-up-words.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const signs: Readonly<Record<Task['state'], Icon>> = {
  open: IconCircleDashed,
  accepted: IconCircleHalf2,
  done: IconCircleCheck,
  returned: IconArrowBackUp,
}

interface TaskLineProps {
  readonly ticketId: string
  readonly task: Task
  readonly onAnswer: () => void
}

/** One task: what was asked of whom, how old it is, until when, and what came back. */
export function TaskLine({ ticketId, task, onAnswer }: TaskLineProps) {
  const { terms, ticketing } = useWords()
  const { run, running, problem } = useRun('acceptTask')
  const Sign = signs[task.state]
  return (
    <li className={classes['task']} data-task={task.id} data-open={isTaskOpen(task)} tabIndex={-1}>
      <div className={classes['taskHead']}>
        <b>{terms.department[task.department]}</b>
        <span className={classes['taskState']}>
          <Sign size={14} stroke={2} aria-hidden />
          {ticketing.taskState[task.state]}
        </span>
        <TaskDue task={task} />
      </div>
      <p className={classes['text']}>{task.ask}</p>
      <TaskCourse task={task} />
      {task.answer === undefined ? null : <p className={classes['text']}>{task.answer}</p>}
      <FollowUp task={task} />
      {isTaskOpen(task) ? (
        <div className={classes['moves']}>
          {task.state === 'open' ? (
            <Button
              size="compact-xs"
              variant="default"
              loading={running}
              onClick={() => run({ ticketId, taskId: task.id })}
            >
              {ticketing.tasks.accept}
            </Button>
          ) : null}
          <Button size="compact-xs" variant="default" data-answer onClick={onAnswer}>
            {ticketing.tasks.answer}…
          </Button>
        </div>
      ) : null}
      <ProblemNote problem={problem} />
    </li>
  )
}

/** Who has it now, and since when. */
function TaskCourse({ task }: { readonly task: Task }) {
  const { ticketing } = useWords()
  const { person } = useWorkWords()
  const format = useFormat()
  const now = useClock(60_000)
  const say = ticketing.tasks
  const words =
    task.answeredBy !== undefined && task.answeredAt !== undefined
      ? say.answered(person(task.answeredBy), format.when(task.answeredAt, now))
      : task.acceptedBy !== undefined && task.acceptedAt !== undefined
        ? say.accepted(person(task.acceptedBy), format.when(task.acceptedAt, now))
        : say.asked(person(task.askedBy), format.ago(task.askedAt, now))
  return <p className={classes['quiet']}>{words}</p>
}

function TaskDue({ task }: { readonly task: Task }) {
  const { work } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { dueAt } = task
  if (dueAt === undefined || !isTaskOpen(task)) return null
  const length = format.span(Math.max(60_000, Math.abs(dueAt - now)))
  return (
    <time className={classes['taskDue']} data-late={dueAt < now} title={format.dateTime(dueAt)}>
      {dueAt < now ? work.due.late(length) : work.due.in(length)}
    </time>
  )
}

function FollowUp({ task }: { readonly task: Task }) {
  const { ticketing } = useWords()
  const parts = followUpWords(task, ticketing.shipmentStatus, ticketing.event)
  return parts === '' ? null : <p className={classes['followUp']}>{parts}</p>
}

/** Goes to what can be done with the task, or to the task. */
export function focusTask(taskId: string | undefined): void | false {
  const line = document.querySelector<HTMLElement>(`[data-task="${taskId ?? ''}"]`)
  if (line === null) return false
  const target = line.querySelector<HTMLElement>('[data-answer]') ?? line
  line.scrollIntoView({ block: 'nearest' })
  target.focus()
}
