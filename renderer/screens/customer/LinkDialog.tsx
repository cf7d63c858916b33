import { useState } from 'react'
import { TextInput } from '@mantine/core'
import type { Customer } from '#domain/customer/customer.ts'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { ConfirmLink } from '#renderer/screens/customer/ConfirmLink.tsx'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { CustomerHit } from '#renderer/work/CustomerHit.tsx'
import { ScopeLine } from '#renderer/work/ScopeLine.tsx'
import { useLatest } from '#renderer/work/useLatest.ts'
import { useWords } from '#renderer/words/words.ts'

type Found = Extract<SearchHit, { kind: 'customer' }>
interface LinkDialogProps {
  readonly customer: Customer
  readonly onClose: () => void
}

/** Two records are one customer: find the other one, see what follows, confirm. */
export function LinkDialog({ customer, onClose }: LinkDialogProps) {
  const { work } = useWords()
  const [other, setOther] = useState<Found>()
  return (
    <Dialog title={work.customer.linkTitle} size={760} onClose={onClose}>
      {other === undefined ? (
        <Find without={customer.id} onFound={setOther} />
      ) : (
        <ConfirmLink
          customer={customer}
          otherId={other.customerId}
          onBack={() => setOther(undefined)}
          onClose={onClose}
        />
      )}
    </Dialog>
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
