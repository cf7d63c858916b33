import classes from '#renderer/screens/calls/calls.module.css'
import { numberWords } from '#renderer/screens/calls/number-words.ts'
import { useCalls, waitingAmong, type Call } from '#renderer/stores/calls.ts'
import { useContact } from '#renderer/stores/contact.ts'
import { useSecondsSince } from '#renderer/ui/useSecondsSince.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** In the footer: who waits while somebody is served. It takes neither the focus nor the running contact. */
export function WaitingCalls() {
  const words = useWords().calls
  const format = useFormat()
  const busy = useContact(({ contact }) => contact !== undefined)
  const calls = useCalls((state) => state.calls)
  const missed = calls.filter(({ state }) => state === 'missed').length
  const [first, ...others] = busy ? waitingAmong(calls) : []
  return (
    <>
      {missed === 0 ? null : (
        <span className={classes['waiting']}>{words.missedPending(format.count(missed))}</span>
      )}
      {first === undefined ? null : <Waiting first={first} others={others.length} />}
    </>
  )
}

function Waiting({ first, others }: { readonly first: Call; readonly others: number }) {
  const words = useWords().calls
  const format = useFormat()
  const seconds = useSecondsSince(first.rangAt)
  const more = others === 0 ? '' : ` ${words.waitingMore(format.count(others))}`
  return (
    <span className={classes['waiting']} aria-label={words.waitingLabel} role="group">
      {words.waiting(numberWords(first.number, words.hidden), format.duration(seconds)) + more}
    </span>
  )
}
