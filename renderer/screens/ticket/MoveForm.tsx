import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Ticket, TicketStatus } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface MoveFormProps {
  readonly ticket: Ticket
  readonly to: TicketStatus
  readonly onDone: () => void
}

/** Another status, with words if wanted; resolving needs to say how. */
export function MoveForm({ ticket, to, onDone }: MoveFormProps) {
  const { work, terms } = useWords()
  const resolutions = useLive('resolutions')
  const name = useReasonName('resolutions')
  const { run, running, problem } = useRun('moveTicket')
  const resolving = to === 'resolved'
  const form = useForm({
    initialValues: { note: '', resolutionCode: null as string | null },
    validate: { resolutionCode: (code) => (resolving && code === null ? work.ticket.needsResolution : null) },
  })
  const move = form.onSubmit(async ({ note, resolutionCode }) => {
    if (holdsNik(note)) return
    const words = note.trim() === '' ? {} : { note: note.trim() }
    const how = resolutionCode === null ? {} : { resolutionCode }
    if ((await run({ ticketId: ticket.id, to, ...words, ...how })) !== undefined) onDone()
  })
  useKeys({ back: onDone })
  const onKeyDown = useCommitKey(() => move())
  return (
    <form className={classes['actions']} onSubmit={move} onKeyDown={onKeyDown}>
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
          {...form.getInputProps('resolutionCode')}
        />
      ) : null}
      <NoteField
        autoFocus={!resolving}
        label={work.ticket.moveNote}
        value={form.values.note}
        onChange={(note) => form.setFieldValue('note', note)}
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
    </form>
  )
}
