import { Button } from '@mantine/core'
import classes from '#renderer/screens/customer/dialogs.module.css'
import money from '#renderer/screens/customer/payments.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SlipButton } from '#renderer/work/slip/SlipButton.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface PaymentReceiptProps {
  readonly paymentId: string
  readonly says: string
  /** What goes back to the customer; nothing is said of 0. */
  readonly change?: number
  readonly onClose: () => void
}

/** It is on this PC: now the change and the paper. */
export function PaymentReceipt({ paymentId, says, change = 0, onClose }: PaymentReceiptProps) {
  const { payments } = useWords()
  const format = useFormat()
  useKeys({ commit: onClose }, { modal: true })
  return (
    <div className={classes['form']}>
      <p role="status">{says}</p>
      {change === 0 ? null : <p className={money['change']}>{payments.doneChange(format.money(change))}</p>}
      <div className={classes['actions']}>
        <SlipButton about={{ of: 'payment', id: paymentId }} fresh modal />
        <Button autoFocus rightSection={<KeyHint keys="mod+Enter" />} onClick={onClose}>
          {payments.next}
        </Button>
      </div>
    </div>
  )
}
