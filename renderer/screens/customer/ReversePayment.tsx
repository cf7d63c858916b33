import { useState } from 'react'
import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Payment } from '#domain/payment/payment.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { PaymentReceipt } from '#renderer/screens/customer/PaymentReceipt.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const blank = { note: '' }

interface ReversePaymentProps {
  readonly payment: Payment
  readonly onDone: () => void
}

/** A supervisor gives a payment back, whole, and says why. The first payment stays as it is. */
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
  const draft = useDraftTexts(`payment-reverse:${payment.id}`, blank)
  const { note } = draft.values
  const [asked, setAsked] = useState(false)
  const isSaid = note.trim() !== ''
  async function reverse(): Promise<void> {
    setAsked(true)
    if (!isSaid || holdsNik(note) || running) return
    const done = await run({ paymentId: payment.id, note: note.trim() })
    if (done === undefined) return
    draft.drop()
    announce(payments.taken(done.value.code))
    onMade(done.value.paymentId)
  }
  useKeys({ commit: () => void reverse() }, { modal: true })
  return (
    <div className={classes['form']}>
      <p>{payments.reverseAsk(format.money(payment.amount), payments.method[payment.method])}</p>
      <ProblemNote problem={problem} />
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
