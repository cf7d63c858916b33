import { Button } from '@mantine/core'
import { maskedName } from '#domain/customer/masked.ts'
import type { CallerMatch } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/calls/calls.module.css'
import { numberWords } from '#renderer/screens/calls/number-words.ts'
import { changeContact, type RunningContact } from '#renderer/stores/contact.ts'
import { go } from '#renderer/stores/workspace.ts'
import { useScope } from '#renderer/work/ScopeLine.tsx'
import { useWords } from '#renderer/words/words.ts'

/** The call runs and nobody knows yet with whom: those with this number, or a new customer. */
export function CallerChoice({ contact }: { readonly contact: RunningContact }) {
  const { calls } = useWords()
  const caller = useLive('caller', contact.numberGiven)
  const scope = useScope(caller)
  if (caller === undefined) return null
  const text = numberWords(contact.numberGiven, '')
  const known = caller.matches.length > 0
  return (
    <section className={classes['card']} aria-labelledby="caller-choice">
      <div className={classes['head']}>
        <h2 id="caller-choice">{calls.who}</h2>
      </div>
      <p className={classes['quiet']}>{known ? calls.whoHint : calls.unknown(scope ?? '')}</p>
      <ul className={classes['choices']}>
        {caller.matches.map((match, place) => (
          <li key={match.view.customer.id}>
            <Choice match={match} first={place === 0} />
          </li>
        ))}
      </ul>
      {known ? (
        <Button variant="subtle" onClick={() => go({ at: 'search', text: '' })}>
          {calls.somebodyElse}
        </Button>
      ) : (
        <Button variant="default" onClick={() => go({ at: 'register', text })}>
          {calls.register}
        </Button>
      )}
    </section>
  )
}

function Choice({ match, first }: { readonly match: CallerMatch; readonly first: boolean }) {
  const { terms } = useWords()
  const { customer } = match.view
  const facts = [
    maskedName(customer.name),
    customer.valueTier === 'regular' ? undefined : terms.valueTier[customer.valueTier],
    match.line === undefined ? undefined : terms.paymentType[match.line.paymentType],
    customer.city,
  ]
  return (
    <Button
      fullWidth
      variant="default"
      justify="start"
      autoFocus={first}
      onClick={() => {
        changeContact({ customerId: customer.id, verification: 'number_only' })
        go({ at: 'customer', customerId: customer.id })
      }}
    >
      {facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}
    </Button>
  )
}
