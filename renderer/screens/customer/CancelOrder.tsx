import { useState } from 'react'
import { Button, Modal } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Order } from '#domain/order/order.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { useFocusBack } from '#renderer/ui/useFocusBack.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

/** The customer does not want it any more; why is asked, for it cannot be taken back. */
export function CancelOrder({ order, onDone }: { readonly order: Order; readonly onDone: () => void }) {
  const { orders, common } = useWords()
  const { run, running, problem } = useRun('cancelOrder')
  const [note, setNote] = useState('')
  useFocusBack()
  async function cancel(): Promise<void> {
    if (running || holdsNik(note)) return
    const said = note.trim() === '' ? {} : { note: note.trim() }
    if ((await run({ orderId: order.id, ...said })) !== undefined) onDone()
  }
  useKeys({ commit: () => void cancel() }, { modal: true })
  return (
    <Modal
      opened
      onClose={onDone}
      title={`${orders.cancel} ${order.code}`}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={classes['form']}>
        <ProblemNote problem={problem} />
        <NoteField
          data-autofocus
          label={orders.cancelNote}
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
        <div className={classes['actions']}>
          <Button loading={running} rightSection={<KeyHint keys="mod+Enter" />} onClick={cancel}>
            {orders.cancelDo}
          </Button>
          <Button variant="default" onClick={onDone}>
            {orders.keep}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
