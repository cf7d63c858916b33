import { memo } from 'react'
import { CallCard } from '#renderer/screens/calls/CallCard.tsx'
import { CallerChoice } from '#renderer/screens/calls/CallerChoice.tsx'
import { useCallNews } from '#renderer/screens/calls/useCallNews.ts'
import { useMissedCalls } from '#renderer/screens/calls/useMissedCalls.ts'
import { useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { useContact } from '#renderer/stores/contact.ts'
import { usePermits } from '#renderer/work/usePermits.ts'

function Panel() {
  const calls = useCalls((state) => state.calls)
  const contact = useContact((state) => state.contact)
  const serves = usePermits()('recordContact')
  useCallNews()
  useMissedCalls()
  if (contact !== undefined)
    return contact.callId !== undefined && contact.customerId === undefined ? (
      <CallerChoice contact={contact} />
    ) : null
  // Whoever serves nobody could not take it; it stays for whoever sits down next.
  const [first] = serves ? waitingAmong(calls) : []
  return first === undefined ? null : <CallCard key={first.callId} call={first} />
}

/** Above the contact: who calls, while nobody is served. While somebody is, the next call waits in the footer. */
export const CallPanel = memo(Panel)
