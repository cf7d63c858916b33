import type { ReactNode } from 'react'
import { Radio } from '@mantine/core'
import type { Customer } from '#domain/customer/customer.ts'
import type { Item } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/items/items.module.css'
import { CustomerFacts } from '#renderer/work/CustomerFacts.tsx'
import { useWords } from '#renderer/words/words.ts'

interface CandidatesProps {
  readonly item: Item
  readonly chosen: string | undefined
  readonly onChoose: (customerId: string) => void
}

/** The registered customer and those who may be the same person, side by side. */
export function Candidates({ item, chosen, onChoose }: CandidatesProps) {
  const { items } = useWords()
  const { customerId, candidateIds = [] } = item
  const registered = useLive('customer', customerId ?? '')?.customer
  return (
    <ul className={classes['candidates']} aria-label={items.candidates}>
      {customerId === undefined ? null : <Record customerId={customerId} title={items.registered} />}
      {candidateIds.map((candidateId) => (
        <Record
          key={candidateId}
          customerId={candidateId}
          beside={registered}
          title={
            item.status === 'decided' ? (
              items.candidate
            ) : (
              <Radio
                size="xs"
                name={`candidate-${item.id}`}
                label={items.candidate}
                checked={chosen === candidateId}
                onChange={() => onChoose(candidateId)}
              />
            )
          }
        />
      ))}
    </ul>
  )
}

interface RecordProps {
  readonly customerId: string
  readonly beside?: Customer | undefined
  readonly title: ReactNode
}

function Record({ customerId, beside, title }: RecordProps) {
  const { items } = useWords()
  const view = useLive('customer', customerId)
  if (view === undefined) return <li />
  return (
    <li className={classes['candidate']}>
      <div className={classes['quiet']}>{title}</div>
      {view === null ? (
        <p>{items.noCandidate}</p>
      ) : (
        <CustomerFacts customer={view.customer} beside={beside} />
      )}
    </li>
  )
}
