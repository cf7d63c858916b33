import { Button, Select } from '@mantine/core'
import { supervisors } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import type { WayFormProps } from '#renderer/screens/items/EditForm.tsx'
import classes from '#renderer/screens/items/items.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

const blank = { to: supervisors as string, note: '' }

/** To the supervisors, or to a colleague by name; with words if wanted. */
export function HandOverForm({ row, onDone, onCancel }: WayFormProps) {
  const { items, terms } = useWords()
  const staff = useLive('staff') ?? []
  const desk = useLive('desk')
  const { run, running, problem } = useRun('handOverItem')
  const draft = useDraftTexts(`item-hand-over:${row.item.id}`, blank)
  const { to, note } = draft.values
  const colleagues = staff.filter(
    ({ staffId, centreId }) =>
      staffId !== undefined && staffId !== desk?.person?.id && centreId === desk?.centre?.id,
  )
  const people = [
    { value: supervisors, label: items.supervisors },
    ...colleagues.map(({ staffId = '', name, code, role }) => ({
      value: staffId,
      label: `${name ?? code} · ${role === undefined ? '' : terms.role[role]}`,
    })),
  ]
  async function handOver(): Promise<void> {
    const whom = to === supervisors ? {} : { toId: to }
    const said = note.trim() === '' ? {} : { note: note.trim() }
    if ((await run({ itemId: row.item.id, ...whom, ...said })) === undefined) return
    draft.drop()
    announce(items.handed(people.find(({ value }) => value === to)?.label ?? ''))
    onDone()
  }
  useKeys({ back: onCancel })
  return (
    <CommitForm className={classes['form']} onCommit={handOver}>
      <SectionTitle>{items.handTitle}</SectionTitle>
      <ProblemNote problem={problem} />
      <Select
        autoFocus
        {...typed}
        label={items.handTo}
        data={people}
        value={to}
        onChange={(chosen) => draft.change({ to: chosen ?? supervisors })}
      />
      <NoteField label={items.note} value={note} onChange={(text) => draft.change({ note: text })} />
      <div className={classes['actions']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {items.handDo}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {items.cancel}
        </Button>
      </div>
    </CommitForm>
  )
}
