import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Ticket, TicketStatus } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface MoveFormProps {
  readonly ticket: Ticket
  readonly to: TicketStatus
  readonly onDone: () => void
}

const blank = { note: '', resolutionCode: '' }

/** Another status, with words if wanted; resolving needs to say how. What is typed is the ticket's, whichever status it comes to. */
export function MoveForm({ ticket, to, onDone }: MoveFormProps) {
  const { work, terms } = useWords()
  const resolutions = useLive('resolutions')
  const name = useReasonName('resolutions')
  const { run, running, problem } = useRun('moveTicket')
  const resolving = to === 'resolved'
  const draft = useDraftTexts(`ticket-move:${ticket.id}`, blank)
  const { note, resolutionCode } = draft.values
  const [asked, setAsked] = useState(false)
  const lacksHow = resolving && resolutionCode === ''
  async function move(): Promise<void> {
    setAsked(true)
    if (lacksHow || holdsNik(note)) return
    const words = note.trim() === '' ? {} : { note: note.trim() }
    const how = resolving ? { resolutionCode } : {}
    if ((await run({ ticketId: ticket.id, to, ...words, ...how })) === undefined) return
    draft.drop()
    onDone()
  }
  useKeys({ back: onDone })
  return (
    <CommitForm className={classes['actions']} onCommit={move}>
      <SectionTitle>{`${terms.ticketStatus[ticket.status]} → ${terms.ticketStatus[to]}`}</SectionTitle>
      <ProblemNote problem={problem} />
      {resolving ? (
        <Select
          autoFocus
          {...typed}
          label={work.ticket.resolution}
          data={(resolutions ?? [])
            .filter(({ active }) => active)
            .map(({ code }) => ({ value: code, label: name(code) }))}
          value={resolutionCode === '' ? null : resolutionCode}
          error={asked && lacksHow ? work.ticket.needsResolution : undefined}
          onChange={(code) => draft.change({ resolutionCode: code ?? '' })}
        />
      ) : null}
      <NoteField
        autoFocus={!resolving}
        label={work.ticket.moveNote}
        value={note}
        onChange={(text) => draft.change({ note: text })}
      />
      <p className={classes['quiet']}>{work.ticket.moveLate}</p>
      <div className={classes['moves']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {work.ticket.moveDo}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {work.ticketForm.cancel}
        </Button>
      </div>
    </CommitForm>
  )
}
