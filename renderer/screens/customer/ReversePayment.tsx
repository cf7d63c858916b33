import { useState } from 'react'
import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import { leftOf, type Payment } from '#domain/payment/payment.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { PaymentReceipt } from '#renderer/screens/customer/PaymentReceipt.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { formId } from '#renderer/work/form-id.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { RupiahField } from '#renderer/work/RupiahField.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface ReversePaymentProps {
  readonly payment: Payment
  readonly onDone: () => void
}

/** A supervisor gives a payment back, or a part of it, and says why. The first payment stays as it is. */
export function ReversePayment({ payment, onDone }: ReversePaymentProps) {
  const { payments } = useWords()
  const [madeId, setMadeId] = useState<string>()
  return (
    <Dialog title={`${payments.reverse} ${payment.code}`} onClose={onDone}>
      {madeId === undefined ? (
        <Asking payment={payment} onDone={onDone} onMade={setMadeId} />
      ) : (
        <PaymentReceipt paymentId={madeId} says={payments.reversed} onClose={onDone} />
      )}
    </Dialog>
  )
}

function Asking({
  payment,
  onDone,
  onMade,
}: ReversePaymentProps & { readonly onMade: (id: string) => void }) {
  const { payments } = useWords()
  const format = useFormat()
  const { run, running, problem } = useRun('reversePayment')
  const left = leftOf(payment)
  const [formed] = useState(formId)
  const draft = useDraftTexts(`payment-reverse:${payment.id}`, {
    refundId: formed,
    amount: String(left),
    note: '',
  })
  const { refundId, note } = draft.values
  const amount = Number(draft.values.amount)
  const [asked, setAsked] = useState(false)
  const isSaid = note.trim() !== ''
  const fits = amount >= 1 && amount <= left
  async function reverse(): Promise<void> {
    setAsked(true)
    if (!fits) return document.getElementById('refund-amount')?.focus()
    if (!isSaid || holdsNik(note) || running) return
    const done = await run({ refundId, paymentId: payment.id, amount, note: note.trim() })
    if (done === undefined) return
    draft.drop()
    announce(payments.taken(done.value.code))
    onMade(done.value.paymentId)
  }
  useKeys({ commit: () => void reverse() }, { modal: true })
  return (
    <div className={classes['form']}>
      <p>{payments.reverseAsk(format.money(left), payments.method[payment.method])}</p>
      <ProblemNote problem={problem} />
      <RupiahField
        id="refund-amount"
        label={payments.reverseAmount}
        error={asked && !fits ? payments.reverseTooMuch(format.money(left)) : undefined}
        value={draft.values.amount}
        onChange={(text) => draft.change({ amount: text })}
      />
      <NoteField
        data-autofocus
        label={payments.reverseNote}
        missing={asked && !isSaid ? payments.reverseNoteMissing : undefined}
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(text) => draft.change({ note: text })}
      />
      <div className={classes['actions']}>
        <Button loading={running} rightSection={<KeyHint keys="mod+Enter" />} onClick={reverse}>
          {payments.reverseDo}
        </Button>
        <Button variant="default" onClick={onDone}>
          {payments.keep}
        </Button>
      </div>
    </div>
  )
}
