import { useState } from 'react'
import { Button } from '@mantine/core'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Item } from '#domain/item/item.ts'
import { isWhole } from '#domain/item/step-fields.ts'
import { stepsToSend, type StepDraft } from '#domain/item/steps-to-send.ts'
import { holdsNik } from '#domain/customer/nik.ts'
import { movesOf } from '#domain/ticket/move-ticket.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { lacksResolution } from '#renderer/screens/items/asked.ts'
import classes from '#renderer/screens/items/items.module.css'
import { StepFields } from '#renderer/screens/items/StepFields.tsx'
import { useSend } from '#renderer/screens/items/useSend.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useFilled } from '#renderer/work/useFilled.ts'
import { useWords } from '#renderer/words/words.ts'

export interface WayFormProps {
  readonly row: InboxRow
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Other values for a conflict, another status for a ticket, or refused work changed and sent. */
export function EditForm(props: WayFormProps) {
  const { common, items } = useWords()
  const { item } = props.row
  const isMove = item.kind === 'transition'
  const ticket = useLive('ticket', isMove ? (item.docId ?? '') : '')
  if (isMove && ticket === undefined) return <LoadingRows rows={2} label={common.loading} />
  const drafts = draftsOf(item, ticket?.ticket)
  return drafts === undefined ? (
    <>
      <p>{items.noMove}</p>
      <Button variant="default" onClick={props.onCancel}>
        {items.cancel}
      </Button>
    </>
  ) : (
    <Draft {...props} first={drafts} />
  )
}

/** What the form begins with; `undefined` when the ticket's life ends where it is. */
function draftsOf(item: Item, ticket: Ticket | undefined): readonly StepDraft[] | undefined {
  if (item.kind === 'conflict')
    return [
      {
        kind: 'decideItem',
        payload: {
          itemId: item.id,
          decision: 'edited',
          values: Object.fromEntries((item.fields ?? []).map(({ field, mine }) => [field, mine])),
        },
      },
    ]
  if (item.kind !== 'transition') return stepsToSend(item)
  const to = ticket === undefined ? undefined : movesOf(ticket)[0]
  return to === undefined || ticket === undefined
    ? undefined
    : [{ kind: 'moveTicket', payload: { ticketId: ticket.id, to } }]
}

interface Edited {
  readonly drafts: readonly StepDraft[]
  readonly note: string
}

/** What was left counts only for the same steps: the item may ask for something else by now, then only the words stay. */
function readEdited(value: unknown, first: readonly StepDraft[]): Edited | undefined {
  if (!Value.Check(Kept, value)) return undefined
  const isSame =
    value.drafts.length === first.length &&
    value.drafts.every(({ kind }, place) => kind === first[place]?.kind)
  return {
    note: value.note,
    drafts: isSame
      ? first.map(({ kind }, place) => ({ kind, payload: value.drafts[place]?.payload ?? {} }))
      : first,
  }
}

const Kept = Type.Object({
  drafts: Type.Array(
    Type.Object({ kind: Type.String(), payload: Type.Record(Type.String(), Type.Unknown()) }),
  ),
  note: Type.String(),
})

function Draft({ row, first, onDone, onCancel }: WayFormProps & { readonly first: readonly StepDraft[] }) {
  const { items, common } = useWords()
  const { item } = row
  const draft = useFilled(`item-edit:${item.id}`, (value) => readEdited(value, first), {
    drafts: first,
    note: '',
  })
  const { drafts, note } = draft.filled
  const [checked, setChecked] = useState(false)
  const { send, running, problem } = useSend(item, () => {
    draft.clear()
    onDone()
  })
  const kind = item.kind === 'match' ? 'refused' : item.kind
  async function submit(): Promise<void> {
    setChecked(true)
    if (drafts.every(maySendNow) && !holdsNik(note)) await send(drafts, note.trim())
  }
  useKeys({ back: onCancel })
  if (!draft.ready) return <LoadingRows rows={2} label={common.loading} />
  return (
    <CommitForm className={classes['form']} onCommit={submit}>
      <SectionTitle>{items.editTitle[kind]}</SectionTitle>
      <ProblemNote problem={problem} />
      {drafts.map((step, place) => (
        <StepFields
          // oxlint-disable-next-line react/no-array-index-key -- steps have no other name than their place
          key={place}
          first={place === 0}
          draft={step}
          titled={item.kind === 'refused'}
          checked={checked}
          onChange={(next) => draft.change({ note, drafts: drafts.with(place, next) })}
        />
      ))}
      <NoteField
        label={items.note}
        minRows={1}
        maxLength={1000}
        value={note}
        onChange={(text) => draft.change({ drafts, note: text })}
      />
      <div className={classes['actions']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {item.kind === 'conflict' ? items.save : items.send}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {items.cancel}
        </Button>
      </div>
    </CommitForm>
  )
}

/** Whole, and no words of it hold a NIK. */
function maySendNow(draft: StepDraft): boolean {
  return isWhole(draft) && !lacksResolution(draft) && !holdsNik(JSON.stringify(draft.payload))
}
