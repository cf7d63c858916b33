import { useState } from 'react'
import { Select, TextInput, Textarea } from '@mantine/core'
import { spoken } from '#domain/customer/msisdn.ts'
import { holdsNik } from '#domain/customer/nik.ts'
import { fieldsOf, isRight, valueOf, withValue, type StepField } from '#domain/item/step-fields.ts'
import type { StepDraft } from '#domain/item/steps-to-send.ts'
import { movesOf } from '#domain/ticket/move-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { isAsked, lacksResolution } from '#renderer/screens/items/asked.ts'
import { fieldName, namesOf } from '#renderer/work/field-words.ts'
import classes from '#renderer/screens/items/items.module.css'
import { RecordPicker } from '#renderer/screens/items/RecordPicker.tsx'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useWords } from '#renderer/words/words.ts'

interface StepFieldsProps {
  readonly draft: StepDraft
  /** Its first field takes the focus. */
  readonly first: boolean
  readonly titled: boolean
  /** Somebody tried to send: what is not right says so. */
  readonly checked: boolean
  readonly onChange: (draft: StepDraft) => void
}

/** One step of some work as a form. */
export function StepFields({ draft, first, titled, checked, onChange }: StepFieldsProps) {
  const { items, terms } = useWords()
  const fields = fieldsOf(draft).filter((field) => isAsked(draft, field))
  // Whom it is about is right more often than what it says.
  const focused = fields.find(({ input }) => input !== 'customer' && input !== 'ticket') ?? fields[0]
  return (
    <fieldset className={classes['step']}>
      {titled ? <legend>{terms.step[draft.kind]}</legend> : null}
      {fields.length === 0 ? <p className={classes['quiet']}>{items.asIs}</p> : null}
      {fields.map((field) => (
        <Field
          key={field.name}
          draft={draft}
          field={field}
          autoFocus={first && field === focused}
          checked={checked}
          onChange={onChange}
        />
      ))}
    </fieldset>
  )
}

interface FieldProps {
  readonly draft: StepDraft
  readonly field: StepField
  readonly autoFocus: boolean
  readonly checked: boolean
  readonly onChange: (draft: StepDraft) => void
}

function Field({ draft, field, autoFocus, checked, onChange }: FieldProps) {
  const words = useWords()
  const { items, work } = words
  const value = valueOf(draft, field)
  const label = fieldName(field.name, words)
  const wrong =
    checked && (!isRight(draft, field) || (field.name === 'resolutionCode' && lacksResolution(draft)))
  const error = holdsNik(value) ? work.contact.holdsNik : wrong ? items.wrong : undefined
  const set = (typedText: string) => onChange(withValue(draft, field, typedText))
  const common = { label, error, autoFocus }
  switch (field.input) {
    case 'customer':
    case 'ticket':
      return <RecordPicker {...common} kind={field.input} value={value} onChange={set} />
    case 'choice':
    case 'staff':
    case 'reason':
    case 'resolution':
      return <Choice {...common} draft={draft} field={field} value={value} onChange={set} />
    case 'words':
    case 'line':
    case 'number':
      return <Written {...common} field={field} value={value} onChange={set} />
  }
}

interface InputProps {
  readonly label: string
  readonly error: string | undefined
  readonly autoFocus: boolean
  readonly field: StepField
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Keeps what is typed as it is typed: what is stored has no white space around it. */
function Written({ field, value, onChange, ...input }: InputProps) {
  const [text, setText] = useState(field.input === 'number' && value !== '' ? spoken(value) : value)
  const change = (next: string) => {
    setText(next)
    onChange(next)
  }
  return field.input === 'words' ? (
    <Textarea
      {...input}
      className={classes['wide']}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...input} value={text} onChange={(event) => change(event.currentTarget.value)} />
  )
}

function Choice({ draft, field, value, onChange, ...input }: InputProps & { readonly draft: StepDraft }) {
  const options = useOptions(draft, field)
  return (
    <Select
      {...input}
      {...typed}
      allowDeselect={field.optional}
      clearable={field.optional}
      data={options}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}

/** What may be chosen: the statuses that the ticket's life allows now, people of this centre, reasons by name. */
function useOptions(draft: StepDraft, field: StepField): { value: string; label: string }[] {
  const words = useWords()
  const reasons = useLive('reasons') ?? []
  const resolutions = useLive('resolutions') ?? []
  const staff = useLive('staff') ?? []
  const centreId = useLive('desk')?.centre?.id
  const reasonName = useReasonName()
  const resolutionName = useReasonName('resolutions')
  const ticketId = draft.kind === 'moveTicket' ? String(draft.payload['ticketId']) : ''
  const ticket = useLive('ticket', ticketId)?.ticket
  if (field.input === 'reason') return reasons.map(({ code }) => ({ value: code, label: reasonName(code) }))
  if (field.input === 'resolution')
    return resolutions.map(({ code }) => ({ value: code, label: resolutionName(code) }))
  if (field.input === 'staff')
    return staff
      .filter((each) => each.centreId === centreId || each.staffId === valueOf(draft, field))
      .map(({ staffId = '', name, code }) => ({ value: staffId, label: name ?? code }))
  const names = namesOf(field.name, words) ?? {}
  const reachable = field.name === 'to' && ticket !== undefined ? movesOf(ticket) : field.choices
  return reachable.map((choice) => ({ value: choice, label: names[choice] ?? choice }))
}
