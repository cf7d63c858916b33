import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface AssignFormProps {
  readonly ticket: Ticket
  readonly onDone: () => void
}

const blank = { ownerId: '', note: '' }

/** Another owner from this centre's staff. */
export function AssignForm({ ticket, onDone }: AssignFormProps) {
  const { work, terms } = useWords()
  const staff = useLive('staff')
  const centreId = useLive('desk')?.centre?.id
  const { run, running, problem } = useRun('assignTicket')
  const draft = useDraftTexts(`ticket-assign:${ticket.id}`, blank)
  const { note } = draft.values
  const [asked, setAsked] = useState(false)
  const people = (staff ?? []).filter(
    (one) =>
      one.active && one.staffId !== undefined && one.staffId !== ticket.ownerId && one.centreId === centreId,
  )
  // Somebody who was chosen before a restart may work elsewhere by now.
  const owner = people.find(({ staffId }) => staffId === draft.values.ownerId)?.staffId
  async function assign(): Promise<void> {
    setAsked(true)
    if (owner === undefined || holdsNik(note)) return
    const words = note.trim() === '' ? {} : { note: note.trim() }
    if ((await run({ ticketId: ticket.id, ownerId: owner, ...words })) === undefined) return
    draft.drop()
    onDone()
  }
  useKeys({ back: onDone })
  return (
    <CommitForm className={classes['actions']} onCommit={assign}>
      <SectionTitle>{work.ticket.assign}</SectionTitle>
      <ProblemNote problem={problem} />
      <Select
        autoFocus
        {...typed}
        label={work.ticket.assignTo}
        data={people.map((one) => ({
          value: one.staffId ?? '',
          label: `${one.name ?? one.code} · ${one.role === undefined ? '' : terms.role[one.role]}`,
        }))}
        value={owner ?? null}
        error={asked && owner === undefined ? work.ticket.assignTo : undefined}
        onChange={(chosen) => draft.change({ ownerId: chosen ?? '' })}
      />
      <NoteField
        label={work.ticket.moveNote}
        value={note}
        onChange={(text) => draft.change({ note: text })}
      />
      <div className={classes['moves']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {work.ticket.assignDo}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {work.ticketForm.cancel}
        </Button>
      </div>
    </CommitForm>
  )
}
