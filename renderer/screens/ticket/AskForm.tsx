import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import { departments, type Department, type Ticket } from '#domain/ticket/ticket.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { withinHours } from '#renderer/work/TaskFields.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface AskFormProps {
  readonly ticket: Ticket
  readonly onDone: () => void
}

type Asked = {
  readonly department: string
  readonly ask: string
  readonly within: string
}

/** A department is asked to do something for this ticket. */
export function AskForm({ ticket, onDone }: AskFormProps) {
  const { ticketing, terms, work } = useWords()
  const say = ticketing.tasks
  const draft = useDraftTexts<Asked>(`ticket-ask:${ticket.id}`, {
    department: ticket.department,
    ask: '',
    within: '24',
  })
  const { run, running, problem } = useRun('askDepartment')
  const [checked, setChecked] = useState(false)
  const { department, ask, within } = draft.values
  async function send(): Promise<void> {
    setChecked(true)
    if (ask.trim() === '' || holdsNik(ask)) return
    const done = await run({
      ticketId: ticket.id,
      department: department as Department,
      ask: ask.trim(),
      withinHours: Number(within),
    })
    if (done === undefined) return
    draft.drop()
    onDone()
  }
  useKeys({ back: onDone })
  return (
    <CommitForm className={classes['actions']} onCommit={send}>
      <SectionTitle>{say.askTitle}</SectionTitle>
      <ProblemNote problem={problem} />
      <Select
        autoFocus
        {...typed}
        label={say.department}
        data={optionsOf(departments, terms.department)}
        value={department}
        onChange={(chosen) => chosen !== null && draft.change({ department: chosen })}
      />
      <NoteField
        label={say.what}
        placeholder={say.whatHint}
        maxLength={1000}
        missing={checked && ask.trim() === '' ? say.missingWhat : undefined}
        value={ask}
        onChange={(text) => draft.change({ ask: text })}
      />
      <Select
        {...typed}
        label={say.within}
        data={optionsOf(withinHours, say.withinHours)}
        value={within}
        onChange={(hours) => hours !== null && draft.change({ within: hours })}
      />
      <div className={classes['moves']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {say.askDo}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {work.ticketForm.cancel}
        </Button>
      </div>
    </CommitForm>
  )
}
