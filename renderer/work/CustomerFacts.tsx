import { Anchor, VisuallyHidden } from '@mantine/core'
import type { Customer } from '#domain/customer/customer.ts'
import { factsAlike, type TellingFact } from '#domain/customer/facts-alike.ts'
import { go } from '#renderer/stores/workspace.ts'
import classes from '#renderer/work/customer-facts.module.css'
import { readable } from '#renderer/work/readable.ts'
import { useNameOf, useShown } from '#renderer/work/useShown.ts'
import { Verification } from '#renderer/work/Verification.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface CustomerFactsProps {
  readonly customer: Customer
  /** Whom this one is compared with. */
  readonly beside?: Customer | undefined
}

/** What tells one customer from another, masked as on the customer's own screen; what both have alike is said without showing it. */
export function CustomerFacts({ customer, beside }: CustomerFactsProps) {
  const words = useWords()
  const { items, terms, work } = words
  const format = useFormat()
  const shown = useShown(customer.id)
  const name = useNameOf(customer)
  const alike = beside === undefined ? {} : factsAlike(customer, beside)
  const { choice } = items
  const read = (field: 'phone' | 'birthDate' | 'addressLine' | 'city') =>
    readable(customer, field, shown, words, format)
  const tail = shown ? customer.nikLast4 : customer.nikLast4 && '••••'
  const rows: readonly (readonly [string, string | undefined, TellingFact?])[] = [
    [choice.code, customer.code],
    [terms.field.phone, read('phone'), 'phone'],
    [choice.nik, tail === undefined ? undefined : work.customer.nikTail(tail), 'nik'],
    [choice.born, read('birthDate'), 'birthDate'],
    [choice.address, read('addressLine'), 'addressLine'],
    [terms.field.city, read('city')],
    [choice.tier, terms.valueTier[customer.valueTier]],
    [choice.since, format.day(customer.since)],
  ]
  return (
    <>
      <div className={classes['head']}>
        <Anchor
          component="button"
          type="button"
          onClick={() => go({ at: 'customer', customerId: customer.id })}
        >
          {name}
        </Anchor>
        <Verification customerId={customer.id} of={name} />
      </div>
      <dl className={classes['facts']}>
        {rows.map(([fact, value, telling]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>
              {value ?? <span className={classes['quiet']}>–</span>}
              <Alike is={telling === undefined ? undefined : alike[telling]} />
            </dd>
          </div>
        ))}
      </dl>
      <VisuallyHidden>{terms.provenance[customer.provenance]}</VisuallyHidden>
    </>
  )
}

function Alike({ is }: { readonly is: boolean | undefined }) {
  const { choice } = useWords().items
  if (is === undefined) return null
  return <span className={classes[is ? 'alike' : 'unlike']}>{is ? choice.alike : choice.unlike}</span>
}
