import { Button } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/contact/contact.module.css'
import { useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { clearFinished, startContact, type FinishedContact } from '#renderer/stores/contact.ts'
import { go } from '#renderer/stores/workspace.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { firstPage } from '#renderer/work/first-page.ts'
import { SlipButton } from '#renderer/work/slip/SlipButton.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface FinishedProps {
  readonly finished: FinishedContact
  readonly callNext: () => unknown
}

/** The conversation is safe. Its chip goes on telling how far it has come. */
export function Finished({ finished, callNext }: FinishedProps) {
  const { work, common, queue } = useWords()
  const format = useFormat()
  const { customerId, contactId, ticketId, ticketCode } = finished
  const timeline = useLive('timelineOf', customerId ?? '', firstPage)
  const ticket = useLive('ticket', ticketId ?? '')
  const entry = timeline?.find((one) => one.kind === 'contact' && one.contact.id === contactId)
  // A contact with nobody and without a ticket stands in no list, so nothing is claimed about it.
  const state = entry?.state ?? ticket?.state
  // Then F4 takes that call.
  const waits = useCalls(({ calls }) => waitingAmong(calls).length > 0)
  function next(): void {
    startContact()
    go({ at: 'search', text: '' })
  }
  return (
    <div className={classes['panel']}>
      <div className={classes['done']}>
        <strong>{work.contact.done}</strong>
        <span className={classes['quiet']}>{work.contact.doneTime(format.duration(finished.seconds))}</span>
        {state === undefined ? null : (
          <RecordChip state={state} words={common.recordStates} hints={common.recordStateHints} />
        )}
        {ticketCode === undefined ? null : <span>{work.contact.doneTicket(ticketCode)}</span>}
      </div>
      {finished.fromQueue === true ? (
        <Button autoFocus={!waits} rightSection={<KeyHint keys="F2" />} onClick={() => void callNext()}>
          {queue.callNext}
        </Button>
      ) : null}
      <Button
        {...(finished.fromQueue === true ? { variant: 'default' } : { autoFocus: !waits })}
        rightSection={waits ? null : <KeyHint keys="F4" />}
        onClick={next}
      >
        {work.contact.next}
      </Button>
      <SlipButton fresh about={{ of: 'contact', id: contactId }} />
      {ticketId === undefined ? null : (
        <Button variant="default" onClick={() => go({ at: 'ticket', ticketId })}>
          {work.contact.openTicket}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={clearFinished}>
        {common.close}
      </Button>
    </div>
  )
}
