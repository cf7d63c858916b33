import { useState } from 'react'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import { dayParts, type Order, type Slot } from '#domain/order/order.ts'
import classes from '#renderer/screens/orders/orders.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

export const answers = ['accepted', 'submitted', 'fulfilled', 'rejected'] as const
export type Answer = (typeof answers)[number]

interface AnswerDialogProps {
  readonly order: Order
  readonly answer: Answer
  readonly onClose: () => void
  readonly onAnswered: () => void
}

/** Headquarters' answer with its words; a no needs a reason, and the yes to a visit says when somebody comes. */
export function AnswerDialog({ order, answer, onClose, onAnswered }: AnswerDialogProps) {
  const { orders } = useWords()
  const words = orders.answer
  const { slot } = order
  const draft = useDraftTexts(`answer:${order.id}:${answer}`, {
    note: '',
    day: slot?.day ?? '',
    part: slot?.part ?? 'morning',
  })
  const [asked, setAsked] = useState(false)
  const { save, running, problem } = useAnswer(order, answer)
  const { note, day, part } = draft.values
  const needsReason = answer === 'rejected' && note.trim() === ''
  const hasSlot = answer === 'accepted' && order.kind === 'appointment'
  const time: Slot | undefined = hasSlot
    ? { day, part: dayParts.find((each) => each === part) ?? 'morning' }
    : undefined
  async function commit(): Promise<void> {
    setAsked(true)
    if (needsReason || (hasSlot && day === '') || holdsNik(note) || running) return
    if (!(await save(note.trim(), time))) return
    draft.drop()
    announce(words.answered(order.code))
    onAnswered()
  }
  useKeys({ commit: () => void commit() }, { modal: true })
  return (
    <Dialog title={`${words.does[answer]} ${order.code}`} ready={draft.ready} onClose={onClose}>
      <div className={classes['form']}>
        <p>{words.says[answer]}</p>
        <ProblemNote problem={problem} />
        {hasSlot ? (
          <>
            <TextInput
              type="date"
              label={words.day}
              value={day}
              error={asked && day === '' ? words.missingDay : undefined}
              onChange={(event) => draft.change({ day: event.currentTarget.value.slice(0, 10) })}
            />
            <SegmentedControl
              aria-label={orders.form.part}
              value={part}
              data={optionsOf(dayParts, orders.part)}
              onChange={(chosen) => draft.change({ part: chosen })}
            />
          </>
        ) : null}
        <NoteField
          data-autofocus
          label={answer === 'rejected' ? words.reason : words.note}
          description={answer === 'rejected' ? words.reasonHint : undefined}
          missing={asked && needsReason ? words.missingReason : undefined}
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(text) => draft.change({ note: text })}
        />
        <Button loading={running} rightSection={<KeyHint keys="mod+Enter" />} onClick={() => void commit()}>
          {words.does[answer]}
        </Button>
      </div>
    </Dialog>
  )
}

function useAnswer(order: Order, answer: Answer) {
  const confirm = useRun('confirmOrder')
  const reject = useRun('rejectOrder')
  async function save(note: string, slot: Slot | undefined): Promise<boolean> {
    if (answer === 'rejected') return (await reject.run({ order, note })) !== undefined
    const done = await confirm.run({
      order,
      to: answer,
      ...(note === '' ? {} : { note }),
      ...(slot === undefined ? {} : { slot }),
    })
    return done !== undefined
  }
  return {
    save,
    running: confirm.running || reject.running,
    problem: confirm.problem ?? reject.problem,
  }
}
