import { useState } from 'react'
import { Button, Modal, TextInput } from '@mantine/core'
import { IconArrowsUpDown } from '@tabler/icons-react'
import type { Customer } from '#domain/customer/customer.ts'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { useFocusBack } from '#renderer/ui/useFocusBack.ts'
import { CustomerHit } from '#renderer/work/CustomerHit.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { ScopeLine } from '#renderer/work/ScopeLine.tsx'
import { useLatest } from '#renderer/work/useLatest.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

type Found = Extract<SearchHit, { kind: 'customer' }>
interface LinkDialogProps {
  readonly customer: Customer
  readonly onClose: () => void
}

/** Two records are one customer: find the other one, see what follows, confirm. */
export function LinkDialog({ customer, onClose }: LinkDialogProps) {
  const { work, common } = useWords()
  useFocusBack()
  const [other, setOther] = useState<Found>()
  return (
    <Modal
      opened
      onClose={onClose}
      title={work.customer.linkTitle}
      size={640}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {other === undefined ? (
        <Find without={customer.id} onFound={setOther} />
      ) : (
        <Confirm customer={customer} other={other} onBack={() => setOther(undefined)} onClose={onClose} />
      )}
    </Modal>
  )
}

function Find({ without, onFound }: { readonly without: string; readonly onFound: (hit: Found) => void }) {
  const { work } = useWords()
  const [text, setText] = useState('')
  const answer = useLatest(useLive('search', text.trim(), 8))
  const hits = text.trim() === '' ? [] : (answer?.hits ?? [])
  const found = hits.filter((hit): hit is Found => hit.kind === 'customer' && hit.customerId !== without)
  return (
    <div className={classes['form']}>
      <TextInput
        data-autofocus
        autoFocus
        label={work.customer.linkFind}
        placeholder={work.search.field}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ScopeLine answer={answer} found={text.trim() === '' ? undefined : found.length} />
      <ul className={classes['candidates']}>
        {found.map((hit) => (
          <li key={hit.customerId}>
            <button type="button" onClick={() => onFound(hit)}>
              <CustomerHit hit={hit} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ConfirmProps extends LinkDialogProps {
  readonly other: Found
  readonly onBack: () => void
}

function Confirm({ customer, other, onBack, onClose }: ConfirmProps) {
  const { work, common } = useWords()
  const [swapped, setSwapped] = useState(false)
  const { run, running, problem } = useRun('linkCustomer')
  const here = { id: customer.id, name: customer.name, code: customer.code }
  const there = { id: other.customerId, name: other.name, code: other.code }
  const [absorbed, survivor] = swapped ? [there, here] : [here, there]
  async function link(): Promise<void> {
    if ((await run({ absorbedId: absorbed.id, survivorId: survivor.id })) === undefined) return
    onClose()
    go({ at: 'customer', customerId: survivor.id })
  }
  return (
    <div className={classes['form']}>
      <dl className={classes['pair']}>
        <dt>{work.customer.linkAbsorbed}</dt>
        <dd>{`${absorbed.name} · ${absorbed.code}`}</dd>
        <dt>{work.customer.linkSurvivor}</dt>
        <dd>{`${survivor.name} · ${survivor.code}`}</dd>
      </dl>
      <Button
        className={classes['swap']}
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowsUpDown size={14} aria-hidden />}
        onClick={() => setSwapped(!swapped)}
      >
        {work.customer.linkSwap}
      </Button>
      <ul className={classes['consequences']}>
        {work.customer.linkFacts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
      <div className={classes['actions']}>
        <Button autoFocus loading={running} onClick={link}>
          {work.customer.linkDo}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {common.back}
        </Button>
      </div>
    </div>
  )
}
