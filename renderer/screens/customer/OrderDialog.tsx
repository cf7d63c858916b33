import { useState } from 'react'
import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { NewAppointment, NewOrder } from '#renderer/data/contract-orders.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { blank, missingIn, wishFrom, type Filled } from '#renderer/screens/customer/order-filled.ts'
import { OrderFields } from '#renderer/screens/customer/OrderFields.tsx'
import { stageWish, useContact } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface OrderDialogProps {
  readonly customerId: string
  readonly onClose: () => void
}

/** What a customer asks for. In a running contact it is saved together with it, else at once. */
export function OrderDialog({ customerId, onClose }: OrderDialogProps) {
  const { orders } = useWords()
  const draft = useDraftTexts<Filled>(`order-for:${customerId}`, blank)
  return (
    <Dialog title={orders.form.title} size={600} ready={draft.ready} onClose={onClose}>
      <Form
        customerId={customerId}
        filled={draft.values}
        onChange={draft.change}
        onDone={() => {
          draft.drop()
          onClose()
        }}
      />
    </Dialog>
  )
}

interface FormProps {
  readonly customerId: string
  readonly filled: Filled
  readonly onChange: (changes: Partial<Filled>) => void
  readonly onDone: () => void
}

function Form({ customerId, filled, onChange, onDone }: FormProps) {
  const { orders } = useWords()
  const [asked, setAsked] = useState(false)
  const release = useLive('catalogue')?.release
  const inContact = useContact(({ contact }) => contact?.customerId === customerId)
  const { save, running, problem } = useCapture(inContact, onDone)
  const missing = missingIn(filled, release?.id)
  const holds = holdsNik(filled.note)

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
      <OrderFields
        customerId={customerId}
        filled={filled}
        missing={asked ? missing : []}
        onChange={onChange}
      />
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
