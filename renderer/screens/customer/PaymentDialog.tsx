import { useState } from 'react'
import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Order } from '#domain/order/order.ts'
import { changeOf } from '#domain/payment/payment.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { begun, paymentFrom, type Filled } from '#renderer/screens/customer/payment-filled.ts'
import { PaymentFields, useBills } from '#renderer/screens/customer/PaymentFields.tsx'
import { PaymentReceipt } from '#renderer/screens/customer/PaymentReceipt.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { formId } from '#renderer/work/form-id.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
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
  const { payments } = useWords()
  const bills = useBills(customerId)
  const [paymentId] = useState(formId)
  const [taken, setTaken] = useState<Taken>()
  const draft = useDraftTexts<Filled>(`payment-for:${order?.id ?? customerId}`, {
    ...begun(order, bills?.length === 1 ? bills[0] : undefined),
    paymentId,
  })
  return (
    <Dialog
      title={taken === undefined ? payments.form.title : payments.done}
      size={560}
      ready={draft.ready && bills !== undefined}
      onClose={onClose}
    >
      {taken === undefined ? (
        <Form
          customerId={customerId}
          filled={draft.values}
          onChange={draft.change}
          onTaken={(done) => {
            draft.drop()
            setTaken(done)
          }}
        />
      ) : (
        <PaymentReceipt
          paymentId={taken.paymentId}
          says={payments.taken(taken.code)}
          change={taken.change}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly customerId: string
  readonly filled: Filled
  readonly onChange: (changes: Partial<Filled>) => void
  readonly onTaken: (taken: Taken) => void
}

function Form({ customerId, filled, onChange, onTaken }: FormProps) {
  const { payments } = useWords()
  const [asked, setAsked] = useState(false)
  const { run, running, problem } = useRun('takePayment')
  const { payment, faults } = paymentFrom(filled, customerId)

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
      <PaymentFields
        customerId={customerId}
        filled={filled}
        faults={asked ? faults : []}
        onChange={onChange}
      />
      <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
        {payments.form.submit}
      </Button>
    </form>
  )
}
