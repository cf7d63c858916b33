import { useState } from 'react'
import { Button, Modal } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Order } from '#domain/order/order.ts'
import { changeOf } from '#domain/payment/payment.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { begun, paymentFrom, readFilled, type Filled } from '#renderer/screens/customer/payment-filled.ts'
import { PaymentFields, useBills } from '#renderer/screens/customer/PaymentFields.tsx'
import money from '#renderer/screens/customer/payments.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useFocusBack } from '#renderer/ui/useFocusBack.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { SlipButton } from '#renderer/work/slip/SlipButton.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useDraft } from '#renderer/work/useDraft.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface PaymentDialogProps {
  readonly customerId: string
  /** What is paid for, where that is clear already. */
  readonly order?: Order
  readonly onClose: () => void
}

interface Taken {
  readonly paymentId: string
  readonly code: string
  readonly change: number
}

/** Money is saved the moment it is taken, in a running contact too: then its receipt is handed over. */
export function PaymentDialog({ customerId, order, onClose }: PaymentDialogProps) {
  const { payments, common } = useWords()
  useFocusBack()
  const draft = useDraft<Filled>(`payment-for:${order?.id ?? customerId}`, readFilled)
  const [taken, setTaken] = useState<Taken>()
  const bills = useBills(customerId)
  if ((!draft.ready || bills === undefined) && taken === undefined) return null
  return (
    <Modal
      opened
      onClose={onClose}
      title={taken === undefined ? payments.form.title : payments.done}
      size={560}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {taken === undefined ? (
        <Form
          customerId={customerId}
          start={() => draft.left ?? begun(order, bills?.length === 1 ? bills[0] : undefined)}
          keep={draft.keep}
          onTaken={(done) => {
            draft.drop()
            setTaken(done)
          }}
        />
      ) : (
        <Receipt taken={taken} onClose={onClose} />
      )}
    </Modal>
  )
}

interface FormProps {
  readonly customerId: string
  readonly start: () => Filled
  readonly keep: (filled: Filled) => void
  readonly onTaken: (taken: Taken) => void
}

function Form({ customerId, start, keep, onTaken }: FormProps) {
  const { payments } = useWords()
  const [filled, setFilled] = useState(start)
  const [asked, setAsked] = useState(false)
  const { run, running, problem } = useRun('takePayment')
  const { payment, faults } = paymentFrom(filled, customerId)

  function change(changes: Partial<Filled>): void {
    const next = { ...filled, ...changes }
    setFilled(next)
    keep(next)
  }
  async function commit(): Promise<void> {
    setAsked(true)
    const [first] = faults
    if (first === 'order') return openOptions('payment-order')
    if (first !== undefined) return document.getElementById(`payment-${first}`)?.focus()
    if (holdsNik(filled.note) || running) return
    const done = await run(payment)
    if (done === undefined) return
    announce(payments.taken(done.value.code))
    onTaken({ ...done.value, change: changeOf(payment) })
  }
  useKeys({ commit: () => void commit() }, { modal: true })
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void commit()
      }}
    >
      <ProblemNote problem={problem} />
      <PaymentFields customerId={customerId} filled={filled} faults={asked ? faults : []} onChange={change} />
      <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
        {payments.form.submit}
      </Button>
    </form>
  )
}

/** It is on this PC: now the change and the paper. */
function Receipt({ taken, onClose }: { readonly taken: Taken; readonly onClose: () => void }) {
  const { payments } = useWords()
  const format = useFormat()
  useKeys({ commit: onClose }, { modal: true })
  return (
    <div className={classes['form']}>
      <p role="status">{payments.taken(taken.code)}</p>
      {taken.change === 0 ? null : (
        <p className={money['change']}>{payments.doneChange(format.money(taken.change))}</p>
      )}
      <div className={classes['actions']}>
        <SlipButton about={{ of: 'payment', id: taken.paymentId }} fresh modal />
        <Button data-autofocus rightSection={<KeyHint keys="mod+Enter" />} onClick={onClose}>
          {payments.next}
        </Button>
      </div>
    </div>
  )
}
