import { useState } from 'react'
import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Value } from 'typebox/value'
import { holdsNik } from '#domain/customer/nik.ts'
import { departments, priorities, Ticket, ticketTypes } from '#domain/ticket/ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { useContact } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { go } from '#renderer/stores/workspace.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { LineSelect } from '#renderer/work/LineSelect.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { ReasonSelect } from '#renderer/work/ReasonSelect.tsx'
import { TicketFields, type TicketEssence } from '#renderer/work/TicketFields.tsx'
import { readTexts, useDraft } from '#renderer/work/useDraft.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface TicketDialogProps {
  readonly customerId: string
  readonly onClose: () => void
}

const blank = {
  subject: '',
  description: '',
  type: 'complaint' as TicketEssence['type'],
  department: 'care' as TicketEssence['department'],
  priority: 'p3' as TicketEssence['priority'],
  reasonCode: '',
  subscriptionId: '',
}
type Filled = typeof blank

/** A ticket without a conversation. What is typed stays as this customer's draft until the ticket is opened. */
export function TicketDialog({ customerId, onClose }: TicketDialogProps) {
  const { work } = useWords()
  const isKnown = useLive('reasons') !== undefined
  const draft = useDraft<Filled>(`ticket-for:${customerId}`, readFilled)
  return (
    <Dialog title={work.ticketForm.title} size={600} ready={draft.ready && isKnown} onClose={onClose}>
      <Form
        customerId={customerId}
        left={draft.left ?? blank}
        keep={draft.keep}
        onOpened={(ticketId) => {
          draft.drop()
          onClose()
          go({ at: 'ticket', ticketId })
        }}
      />
    </Dialog>
  )
}

interface FormProps {
  readonly customerId: string
  readonly left: Filled
  readonly keep: (filled: Filled) => void
  readonly onOpened: (ticketId: string) => void
}

function Form({ customerId, left, keep, onOpened }: FormProps) {
  const { work } = useWords()
  const { run, running, problem } = useRun('openTicket')
  const channel = useContact(
    (state) => state.contact?.channel ?? (state.author?.role === 'agent' ? 'call_in' : 'walk_in'),
  )
  const [initial] = useState(left)
  const form = useForm<Filled>({
    initialValues: initial,
    onValuesChange: keep,
    validate: {
      subject: (subject) =>
        Value.Check(Ticket.properties.subject, subject) ? null : work.ticketForm.wrongSubject,
      description: (text) => (holdsNik(text) ? work.ticket.holdsNik : null),
    },
  })
  const open = form.onSubmit(async ({ description, reasonCode, subscriptionId, ...essence }) => {
    const done = await run({
      ...essence,
      customerId,
      channel,
      ...(description.trim() === '' ? {} : { description: description.trim() }),
      ...(reasonCode === '' ? {} : { reasonCode }),
      ...(subscriptionId === '' ? {} : { subscriptionId }),
    })
    if (done !== undefined) onOpened(done.value.ticketId)
  })
  useKeys({ commit: () => open() }, { modal: true })
  const { subject, type, department, priority } = form.values
  return (
    <form className={classes['form']} onSubmit={open}>
      <ProblemNote problem={problem} />
      <ReasonSelect
        first
        label={work.ticketForm.reason}
        value={form.values.reasonCode === '' ? undefined : form.values.reasonCode}
        onChange={(reason) =>
          form.setValues({
            reasonCode: reason?.code ?? '',
            ...(reason?.ticketType === undefined ? {} : { type: reason.ticketType }),
            ...(reason?.department === undefined ? {} : { department: reason.department }),
          })
        }
      />
      <TicketFields
        value={{ subject, type, department, priority }}
        subjectError={typeof form.errors['subject'] === 'string' ? form.errors['subject'] : undefined}
        onChange={(essence) => form.setValues(essence)}
      />
      <LineSelect customerId={customerId} {...form.getInputProps('subscriptionId')} />
      <NoteField
        label={work.ticketForm.description}
        minRows={3}
        value={form.values.description}
        onChange={(description) => form.setFieldValue('description', description)}
      />
      <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
        {work.ticketForm.submit}
      </Button>
    </form>
  )
}

function readFilled(value: unknown): Filled | undefined {
  const read = readTexts(blank)(value)
  if (read === undefined) return undefined
  const known =
    ticketTypes.includes(read.type) &&
    departments.includes(read.department) &&
    priorities.includes(read.priority)
  return known ? read : undefined
}
