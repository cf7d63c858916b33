import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import type { Customer } from '#domain/customer/customer.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface MoveDialogProps {
  readonly customer: Customer
  readonly onClose: () => void
}

/** Another centre takes the customer over: choose it, see what follows, confirm. */
export function MoveDialog({ customer, onClose }: MoveDialogProps) {
  const { work } = useWords()
  const isKnown = useLive('centres') !== undefined
  return (
    <Dialog title={work.customer.moveTitle(customer.name)} size={560} ready={isKnown} onClose={onClose}>
      <Form customer={customer} onClose={onClose} />
    </Dialog>
  )
}

function Form({ customer, onClose }: MoveDialogProps) {
  const { work, common } = useWords()
  const [toCentreId, setCentre] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const { run, running, problem } = useRun('moveCustomer')
  const centres = (useLive('centres') ?? []).filter(({ code }) => code !== customer.homeCentreId)
  const chosen = centres.find(({ code }) => code === toCentreId)
  async function move(): Promise<void> {
    setAsked(true)
    if (toCentreId === null || running) return
    if ((await run({ customerId: customer.id, toCentreId })) !== undefined) onClose()
  }
  useKeys({ commit: () => void move() }, { modal: true })
  return (
    <div className={classes['form']}>
      <Select
        {...typed}
        data-autofocus
        label={work.customer.moveTo}
        placeholder={work.customer.movePick}
        data={centres.map(({ code, name }) => ({ value: code, label: `${name ?? code} · ${code}` }))}
        value={toCentreId}
        error={asked && toCentreId === null ? work.customer.movePick : undefined}
        onChange={setCentre}
      />
      {chosen === undefined ? null : (
        <ul className={classes['consequences']}>
          {work.customer.moveFacts(chosen.name ?? chosen.code).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <ProblemNote problem={problem} />
      <div className={classes['actions']}>
        <Button loading={running} rightSection={<KeyHint keys="mod+Enter" />} onClick={move}>
          {work.customer.moveDo}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </div>
  )
}
