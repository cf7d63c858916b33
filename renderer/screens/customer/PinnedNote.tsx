import { useState, type KeyboardEvent } from 'react'
import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPin } from '@tabler/icons-react'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Customer } from '#domain/customer/customer.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { useAmend } from '#renderer/screens/customer/useAmend.ts'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useWords } from '#renderer/words/words.ts'

interface PinnedNoteProps {
  readonly customer: Customer
  readonly typed: string | undefined
  readonly onType: (text: string | undefined) => void
}

/** What everybody who serves this customer should read first. */
export function PinnedNote({ customer, typed, onType }: PinnedNoteProps) {
  const { work, terms } = useWords()
  const { may } = useAmend(customer, 'pinnedNote', '')
  const note = customer.pinnedNote ?? ''
  if (typed !== undefined) return <Editor customer={customer} typed={typed} onType={onType} />
  if (note === '')
    return may ? (
      <Button
        className={classes['addNote']}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPin size={14} aria-hidden />}
        onClick={() => onType('')}
      >
        {work.customer.addNote}
      </Button>
    ) : null
  return (
    <div className={classes['pinned']}>
      <IconPin size={16} aria-hidden />
      <p>{note}</p>
      {may ? (
        <ActionIcon
          size={24}
          aria-label={work.customer.edit(terms.field.pinnedNote)}
          onClick={() => onType(note)}
        >
          <IconPencil size={14} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  )
}

function Editor({ customer, typed, onType }: { readonly typed: string } & Omit<PinnedNoteProps, 'typed'>) {
  const { terms, common } = useWords()
  const [base] = useState(customer.pinnedNote ?? '')
  const { amend, running, problem } = useAmend(customer, 'pinnedNote', base)
  async function save(): Promise<void> {
    if (!holdsNik(typed) && (await amend(typed))) onType(undefined)
  }
  const commit = useCommitKey(save)
  function onKeyDown(event: KeyboardEvent): void {
    commit(event)
    if (event.key !== 'Escape') return
    // One level back and no further: words are thrown away by their own button only.
    event.preventDefault()
    document.getElementById('content')?.focus({ preventScroll: true })
  }
  return (
    <div className={classes['noteEditor']} onKeyDown={onKeyDown}>
      <NoteField autoFocus label={terms.field.pinnedNote} maxLength={500} value={typed} onChange={onType} />
      <ProblemNote problem={problem} />
      <div className={classes['actions']}>
        <Button size="compact-sm" loading={running} onClick={save}>
          {common.save}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => onType(undefined)}>
          {common.cancel}
        </Button>
      </div>
    </div>
  )
}
