import { useState } from 'react'
import { Button } from '@mantine/core'
import { isTaskOpen } from '#domain/ticket/task.ts'
import { isOpen, type Task, type Ticket } from '#domain/ticket/ticket.ts'
import { AnswerForm } from '#renderer/screens/ticket/AnswerForm.tsx'
import { AskForm } from '#renderer/screens/ticket/AskForm.tsx'
import { focusTask, TaskLine } from '#renderer/screens/ticket/TaskLine.tsx'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useWords } from '#renderer/words/words.ts'

type Doing = { readonly what: 'ask' } | { readonly what: 'answer'; readonly task: Task } | undefined

/** What the departments were asked for this ticket, the open ones first. */
export function Tasks({ ticket }: { readonly ticket: Ticket }) {
  const { ticketing } = useWords()
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  const tasks = ticket.tasks ?? []
  const ordered = [...tasks.filter(isTaskOpen), ...tasks.filter((task) => !isTaskOpen(task))]
  const mayAsk = isOpen(ticket)
  useKeys({
    askDepartment: mayAsk ? () => setDoing({ what: 'ask' }) : undefined,
    firstTask: () => focusTask(ordered[0]?.id),
  })
  if (doing?.what === 'ask' && mayAsk) return <AskForm ticket={ticket} onDone={done} />
  if (doing?.what === 'answer') return <AnswerForm ticketId={ticket.id} task={doing.task} onDone={done} />
  return (
    <section className={classes['actions']} aria-labelledby="tasks">
      <SectionTitle id="tasks">{ticketing.tasks.title}</SectionTitle>
      {tasks.length === 0 ? <p className={classes['quiet']}>{ticketing.tasks.none}</p> : null}
      <ul className={classes['tasks']}>
        {ordered.map((task) => (
          <TaskLine
            key={task.id}
            ticketId={ticket.id}
            task={task}
            onAnswer={() => setDoing({ what: 'answer', task })}
          />
        ))}
      </ul>
      {mayAsk ? (
        <div className={classes['moves']}>
          <Button
            size="compact-sm"
            variant="subtle"
            rightSection={<KeyHint keys="alt+f" />}
            onClick={() => setDoing({ what: 'ask' })}
          >
            {ticketing.tasks.ask}…
          </Button>
        </div>
      ) : null}
    </section>
  )
}
