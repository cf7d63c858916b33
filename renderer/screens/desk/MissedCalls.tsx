import { Button } from '@mantine/core'
import { IconPhoneOutgoing } from '@tabler/icons-react'
import { spoken, toE164 } from '#domain/customer/msisdn.ts'
import type { MissedCall } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { startCall, useContact } from '#renderer/stores/contact.ts'
import { go } from '#renderer/stores/workspace.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Who called and was not spoken with, until somebody calls them back. */
export function MissedCalls() {
  const { calls } = useWords()
  const format = useFormat()
  const missed = useLive('missedCalls') ?? []
  if (missed.length === 0) return null
  return (
    <section aria-labelledby="missed-calls">
      <SectionTitle id="missed-calls" count={format.count(missed.length)}>
        {calls.missed.title}
      </SectionTitle>
      <ul className={classes['missed']}>
        {missed.slice(0, 5).map((call) => (
          <li key={call.contact.id}>
            <Missed call={call} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Missed({ call }: { readonly call: MissedCall }) {
  const { calls } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const busy = useContact(({ contact }) => contact !== undefined)
  const { numberGiven = '', customerId, startedAt } = call.contact
  const number = spoken(toE164(numberGiven) ?? numberGiven)
  const who = call.customerName === undefined ? number : `${call.customerName} · ${number}`
  function callBack(): void {
    const customer = customerId === undefined ? {} : { customerId }
    if (!startCall({ numberGiven, direction: 'out', ...customer })) return
    go(customerId === undefined ? { at: 'search', text: number } : { at: 'customer', customerId })
  }
  return (
    <>
      <span>{calls.missed.lead(who, format.when(startedAt, now))}</span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        leftSection={<IconPhoneOutgoing size={14} aria-hidden />}
        aria-label={`${calls.missed.callBack}: ${who}`}
        onClick={callBack}
      >
        {calls.missed.callBack}
      </Button>
    </>
  )
}
