import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Order } from '#domain/order/order.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

const blank = { note: '' }

/** The customer does not want it any more; why is asked, for it cannot be taken back. What is typed stays until then. */
export function CancelOrder({ order, onDone }: { readonly order: Order; readonly onDone: () => void }) {
  const { orders } = useWords()
  const { run, running, problem } = useRun('cancelOrder')
  const draft = useDraftTexts(`order-cancel:${order.id}`, blank)
  const { note } = draft.values
  async function cancel(): Promise<void> {
    if (running || holdsNik(note)) return
    const said = note.trim() === '' ? {} : { note: note.trim() }
    if ((await run({ orderId: order.id, ...said })) === undefined) return
    draft.drop()
    onDone()
  }
  useKeys({ commit: () => void cancel() }, { modal: true })
  return (
    <Dialog title={`${orders.cancel} ${order.code}`} onClose={onDone}>
      <div className={classes['form']}>
        <ProblemNote problem={problem} />
        <NoteField
          data-autofocus
          label={orders.cancelNote}
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(text) => draft.change({ note: text })}
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
    </Dialog>
  )
}
