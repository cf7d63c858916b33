import { Button } from '@mantine/core'
import { IconPhoneIncoming } from '@tabler/icons-react'
import type { CallerView } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { CallerFacts } from '#renderer/screens/calls/CallerFacts.tsx'
import classes from '#renderer/screens/calls/calls.module.css'
import { numberWords } from '#renderer/screens/calls/number-words.ts'
import { answerCall, giveUp, isSimulated, type Call } from '#renderer/stores/calls.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { go } from '#renderer/stores/workspace.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useSecondsSince } from '#renderer/ui/useSecondsSince.ts'
import { useScope } from '#renderer/work/ScopeLine.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Somebody calls: who it may be, before anybody has said a word. It takes no focus; F4 does. */
export function CallCard({ call }: { readonly call: Call }) {
  const { calls } = useWords()
  const format = useFormat()
  const caller = useLive('caller', call.number)
  const seconds = useSecondsSince(call.rangAt)
  const answer = () => take(call, caller)
  useKeys({ startContact: answer })
  const heads = {
    ringing: calls.incoming,
    answered: calls.answeredAtPhone,
    over: calls.over,
    missed: calls.over,
  }
  return (
    <section className={classes['card']} aria-label={calls.incoming} data-testid="call-card">
      <div className={classes['head']}>
        <h2>{isSimulated(call) ? `${heads[call.state]} · ${calls.simulated}` : heads[call.state]}</h2>
        <span className={classes['timer']} role="timer">
          {calls.rings(format.duration(seconds))}
        </span>
      </div>
      <p className={classes['number']}>{numberWords(call.number, calls.hidden)}</p>
      {call.queue === undefined ? null : <p className={classes['quiet']}>{call.queue}</p>}
      <Caller caller={caller} />
      <div className={classes['buttons']}>
        <Button
          leftSection={<IconPhoneIncoming size={16} aria-hidden />}
          rightSection={<KeyHint keys="F4" />}
          onClick={answer}
        >
          {call.state === 'over' ? calls.takeDown : calls.answer}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => giveUp(call)}>
          {calls.giveUp}
        </Button>
      </div>
    </section>
  )
}

/** The agent goes where the call leads: to the customer, to the choice of several, or to the search for an unknown number. */
function take(call: Call, caller: CallerView | undefined): void {
  const [only, other] = caller?.matches ?? []
  const customerId = other === undefined ? only?.view.customer.id : undefined
  if (!answerCall(call, customerId)) return
  if (customerId !== undefined) go({ at: 'customer', customerId })
  else if (caller?.matches.length === 0) go({ at: 'search', text: numberWords(call.number, '') })
}

function Caller({ caller }: { readonly caller: CallerView | undefined }) {
  const { calls } = useWords()
  const format = useFormat()
  const scope = useScope(caller)
  if (caller === undefined) return <p className={classes['quiet']}>{calls.looking}</p>
  const [only, ...others] = caller.matches
  if (only === undefined)
    return caller.number === '' ? null : (
      <div>
        <p className={classes['quiet']}>{calls.unknown(scope ?? '')}</p>
        <p className={classes['quiet']}>{calls.unknownHint}</p>
      </div>
    )
  if (others.length === 0) return <CallerFacts match={only} />
  return (
    <div>
      <strong>{calls.several(format.count(caller.matches.length))}</strong>
      <p className={classes['quiet']}>{calls.severalHint}</p>
    </div>
  )
}
