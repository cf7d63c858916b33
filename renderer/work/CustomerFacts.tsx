import { Anchor, VisuallyHidden } from '@mantine/core'
import { masked } from '#domain/customer/msisdn.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { go } from '#renderer/stores/workspace.ts'
import classes from '#renderer/work/customer-facts.module.css'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What tells one customer from another, to be held beside somebody else's. */
export function CustomerFacts({ customer }: { readonly customer: Customer }) {
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
      <dl className={classes['facts']}>
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
