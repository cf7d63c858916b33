import { memo } from 'react'
import classes from '#renderer/screens/contact/contact.module.css'
import { Cancelled } from '#renderer/screens/contact/Cancelled.tsx'
import { Finished } from '#renderer/screens/contact/Finished.tsx'
import { RunningForm } from '#renderer/screens/contact/RunningForm.tsx'
import { useKeeper } from '#renderer/screens/contact/useKeeper.ts'
import { startContact, useContact } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { go, useWorkspace } from '#renderer/stores/workspace.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useCallNext } from '#renderer/work/useCallNext.ts'

function Panel() {
  const contact = useContact((state) => state.contact)
  const cancelled = useContact((state) => state.cancelled)
  const finished = useContact((state) => state.finished)
  const { callNext, problem } = useCallNext()
  useKeeper()
  useKeys({
    callNext: () => void callNext(),
    startContact: () => (contact?.customerId === undefined ? begin() : afterSaving(begin)),
    registerCustomer: () => go({ at: 'register', text: '' }),
  })
  if (contact !== undefined) return <RunningForm contact={contact} />
  if (cancelled !== undefined) return <Cancelled />
  if (finished !== undefined) return <Finished finished={finished} callNext={callNext} />
  return problem === undefined ? null : (
    <div className={classes['panel']}>
      <ProblemNote problem={problem} />
    </div>
  )
}

/**
 * The running contact beside every screen. It is always mounted, because it takes up again what a restart cut off and
 * listens for F4; with no contact it draws nothing at all.
 */
export const ContactPanel = memo(Panel)

/** Behind the key that ends a contact: when that one is saved, and not where it is refused. Else the key is somebody else's. */
function afterSaving(next: () => void): void | false {
  if (useContact.getState().saving === undefined) return false
  const stop = useContact.subscribe(({ saving, finished }) => {
    if (saving !== undefined) return
    stop()
    if (finished !== undefined) next()
  })
}

/** The conversation starts with the customer on screen; when that one has just been served, the next one is looked for. */
function begin(): void {
  const { place } = useWorkspace.getState()
  const served = useContact.getState().finished?.customerId
  if (place.at === 'customer' && place.customerId !== served) return startContact(place.customerId)
  startContact()
  if (useContact.getState().contact !== undefined) go({ at: 'search', text: '' })
}
