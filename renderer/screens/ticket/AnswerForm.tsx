import { useState } from 'react'
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { Value } from 'typebox/value'
import { holdsNik } from '#domain/customer/nik.ts'
import { taskOutcomes } from '#domain/ticket/answer-task.ts'
import { followUp, shipmentStatuses, type Task } from '#domain/ticket/ticket.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface AnswerFormProps {
  readonly ticketId: string
  readonly task: Task
  readonly onDone: () => void
}

const blank = { outcome: 'done', answer: '', orderReference: '', shipmentStatus: '' }
/** Headquarters takes no other form. */
const isOrderCode = (order: string) => Value.Check(followUp.orderReference, order)

/** What the department says: done or given back, with the child order and its parcel where there is one. */
export function AnswerForm({ ticketId, task, onDone }: AnswerFormProps) {
  const { ticketing, terms, work } = useWords()
  const say = ticketing.tasks
  const draft = useDraftTexts(`task-answer:${task.id}`, blank)
  const { run, running, problem } = useRun('answerTask')
  const [checked, setChecked] = useState(false)
  const { outcome, answer, orderReference, shipmentStatus } = draft.values
  const order = orderReference.trim()
  const orderWrong = order !== '' && !isOrderCode(order)
  async function send(): Promise<void> {
    setChecked(true)
    if (answer.trim() === '' || holdsNik(answer) || orderWrong) return
    const done = await run({
      ticketId,
      taskId: task.id,
      outcome: outcome === 'returned' ? 'returned' : 'done',
      answer: answer.trim(),
      ...(order === '' ? {} : { orderReference: order }),
      ...shipmentOf(shipmentStatus),
    })
    if (done === undefined) return
    draft.drop()
    onDone()
  }
  useKeys({ back: onDone })
  return (
    <CommitForm className={classes['actions']} onCommit={send}>
      <SectionTitle>{say.answerTitle(terms.department[task.department])}</SectionTitle>
      <p className={classes['text']}>{task.ask}</p>
      <ProblemNote problem={problem} />
      <SegmentedControl
        aria-label={say.outcome}
        data={optionsOf(taskOutcomes, say.outcomes)}
        value={outcome}
        onChange={(chosen) => draft.change({ outcome: chosen })}
      />
      <NoteField
        autoFocus
        label={say.words}
        missing={checked && answer.trim() === '' ? say.missingWords : undefined}
        value={answer}
        onChange={(text) => draft.change({ answer: text })}
      />
      <TextInput
        label={say.order}
        placeholder={say.orderHint}
        maxLength={32}
        value={orderReference}
        error={orderWrong ? say.wrongOrder : undefined}
        onChange={(event) => draft.change({ orderReference: event.currentTarget.value })}
      />
      <Select
        label={say.shipment}
        placeholder={say.noShipment}
        clearable
        data={optionsOf(shipmentStatuses, ticketing.shipmentStatus)}
        value={shipmentStatus === '' ? null : shipmentStatus}
        onChange={(chosen) => draft.change({ shipmentStatus: chosen ?? '' })}
      />
      <div className={classes['moves']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {say.answerDo}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {work.ticketForm.cancel}
        </Button>
      </div>
    </CommitForm>
  )
}

function shipmentOf(chosen: string): Pick<Task, 'shipmentStatus'> {
  const shipmentStatus = shipmentStatuses.find((each) => each === chosen)
  return shipmentStatus === undefined ? {} : { shipmentStatus }
}
