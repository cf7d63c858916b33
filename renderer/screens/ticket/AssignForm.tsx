import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface AssignFormProps {
  readonly ticket: Ticket
  readonly onDone: () => void
}

/** Another owner from this centre's staff. */
export function AssignForm({ ticket, onDone }: AssignFormProps) {
  const { work, terms } = useWords()
  const staff = useLive('staff')
  const centreId = useLive('desk')?.centre?.id
  const { run, running, problem } = useRun('assignTicket')
  const form = useForm({
    initialValues: { ownerId: null as string | null, note: '' },
    validate: { ownerId: (owner) => (owner === null ? work.ticket.assignTo : null) },
  })
  const people = (staff ?? []).filter(
    (one) =>
      one.active && one.staffId !== undefined && one.staffId !== ticket.ownerId && one.centreId === centreId,
  )
  const assign = form.onSubmit(async ({ ownerId, note }) => {
    const words = note.trim() === '' ? {} : { note: note.trim() }
    if ((await run({ ticketId: ticket.id, ownerId: ownerId ?? '', ...words })) !== undefined) onDone()
  })
  useKeys({ back: onDone })
  const onKeyDown = useCommitKey(() => assign())
  return (
    <form className={classes['actions']} onSubmit={assign} onKeyDown={onKeyDown}>
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
        {...form.getInputProps('ownerId')}
      />
      <NoteField
        label={work.ticket.moveNote}
        value={form.values.note}
        onChange={(note) => form.setFieldValue('note', note)}
      />
      <div className={classes['moves']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {work.ticket.assignDo}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {work.ticketForm.cancel}
        </Button>
      </div>
    </form>
  )
}
