import { useState } from 'react'
import { Button, Modal } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { NewAppointment, NewOrder } from '#renderer/data/contract-orders.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import {
  blank,
  missingIn,
  readFilled,
  wishFrom,
  type Filled,
} from '#renderer/screens/customer/order-filled.ts'
import { OrderFields } from '#renderer/screens/customer/OrderFields.tsx'
import { stageWish, useContact } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useFocusBack } from '#renderer/ui/useFocusBack.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useDraft } from '#renderer/work/useDraft.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface OrderDialogProps {
  readonly customerId: string
  readonly onClose: () => void
}

/** What a customer asks for. In a running contact it is saved together with it, else at once. */
export function OrderDialog({ customerId, onClose }: OrderDialogProps) {
  const { orders, common } = useWords()
  useFocusBack()
  const draft = useDraft<Filled>(`order-for:${customerId}`, readFilled)
  if (!draft.ready) return null
  return (
    <Modal
      opened
      onClose={onClose}
      title={orders.form.title}
      size={600}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Form
        customerId={customerId}
        left={draft.left ?? blank}
        keep={draft.keep}
        onDone={() => {
          draft.drop()
          onClose()
        }}
      />
    </Modal>
  )
}

interface FormProps {
  readonly customerId: string
  readonly left: Filled
  readonly keep: (filled: Filled) => void
  readonly onDone: () => void
}

function Form({ customerId, left, keep, onDone }: FormProps) {
  const { orders } = useWords()
  const [filled, setFilled] = useState(left)
  const [asked, setAsked] = useState(false)
  const release = useLive('catalogue')?.release
  const inContact = useContact(({ contact }) => contact?.customerId === customerId)
  const { save, running, problem } = useCapture(inContact, onDone)
  const missing = missingIn(filled, release?.id)
  const holds = holdsNik(filled.note)

  function change(changes: Partial<Filled>): void {
    const next = { ...filled, ...changes }
    setFilled(next)
    keep(next)
  }
  function commit(): void {
    setAsked(true)
    const [first] = missing
    if (first !== undefined) return openOptions(`order-${first}`)
    const wish = wishFrom(filled, customerId, release?.id)
    if (wish !== undefined && !holds && !running) void save(wish)
  }
  useKeys({ commit }, { modal: true })
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        commit()
      }}
    >
      <ProblemNote problem={problem} />
      <OrderFields customerId={customerId} filled={filled} missing={asked ? missing : []} onChange={change} />
      {inContact ? <p className={classes['hint']}>{orders.form.withContact}</p> : null}
      <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
        {inContact ? orders.form.submitWithContact : orders.form.submit}
      </Button>
    </form>
  )
}

/** Puts the wish into the running contact, or captures it at once. */
function useCapture(inContact: boolean, onDone: () => void) {
  const { orders } = useWords()
  const order = useRun('captureOrder')
  const appointment = useRun('captureAppointment')
  async function save(wish: NewOrder | NewAppointment): Promise<void> {
    if (inContact) {
      stageWish(wish)
      announce(orders.staged)
      return onDone()
    }
    const done = 'slot' in wish ? await appointment.run(wish) : await order.run(wish)
    if (done === undefined) return
    announce(orders.captured(done.value.code))
    onDone()
  }
  return {
    save,
    running: order.running || appointment.running,
    problem: order.problem ?? appointment.problem,
  }
}
