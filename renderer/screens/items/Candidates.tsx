import type { ReactNode } from 'react'
import { Anchor, Radio, VisuallyHidden } from '@mantine/core'
import { masked } from '#domain/customer/msisdn.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Item } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/items/items.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { useFormat } from '#renderer/words/format.ts'
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
  return (
    <ul className={classes['candidates']} aria-label={items.candidates}>
      {customerId === undefined ? null : <Record customerId={customerId} title={items.registered} />}
      {candidateIds.map((candidateId) => (
        <Record
          key={candidateId}
          customerId={candidateId}
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

function Record({ customerId, title }: { readonly customerId: string; readonly title: ReactNode }) {
  const { items } = useWords()
  const view = useLive('customer', customerId)
  if (view === undefined) return <li />
  return (
    <li className={classes['candidate']}>
      <div className={classes['quiet']}>{title}</div>
      {view === null ? <p>{items.noCandidate}</p> : <CustomerFacts customer={view.customer} />}
    </li>
  )
}

function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { items, terms, work } = useWords()
  const format = useFormat()
  const { choice } = items
  const rows: readonly (readonly [string, string | undefined])[] = [
    [choice.code, customer.code],
    [terms.field.phone, customer.phone === undefined ? undefined : masked(customer.phone)],
    [choice.nik, customer.nikLast4 === undefined ? undefined : work.customer.nikTail(customer.nikLast4)],
    [choice.born, customer.birthDate === undefined ? undefined : format.day(customer.birthDate)],
    [choice.address, [customer.addressLine, customer.city].filter(Boolean).join(', ') || undefined],
    [choice.tier, terms.valueTier[customer.valueTier]],
    [choice.since, format.day(customer.since)],
  ]
  return (
    <>
      <Anchor
        component="button"
        type="button"
        onClick={() => go({ at: 'customer', customerId: customer.id })}
      >
        {customer.name}
      </Anchor>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className={classes['quiet']}>–</span>}</dd>
          </div>
        ))}
      </dl>
      <VisuallyHidden>{terms.provenance[customer.provenance]}</VisuallyHidden>
    </>
  )
}
