import { useEffect, useRef } from 'react'
import { Button, Checkbox, Select } from '@mantine/core'
import { dispositions, verifications, type Disposition, type Verification } from '#domain/contact/contact.ts'
import { ContactCustomer } from '#renderer/screens/contact/ContactCustomer.tsx'
import { ContactHead } from '#renderer/screens/contact/ContactHead.tsx'
import { ContactMacro } from '#renderer/screens/contact/ContactMacro.tsx'
import { ContactWay } from '#renderer/screens/contact/ContactWay.tsx'
import { QueueLine } from '#renderer/screens/contact/QueueLine.tsx'
import classes from '#renderer/screens/contact/contact.module.css'
import { ReasonNotes } from '#renderer/screens/contact/ReasonNotes.tsx'
import { StagedWishes } from '#renderer/screens/contact/StagedWishes.tsx'
import { ticketFrom, withReason } from '#renderer/screens/contact/reason.ts'
import { SkillHint } from '#renderer/screens/contact/SkillHint.tsx'
import { useEnding } from '#renderer/screens/contact/useEnding.ts'
import { useLive } from '#renderer/data/useLive.ts'
import {
  cancelContact,
  changeContact,
  hangUp,
  useContact,
  type ContactTicket,
  type RunningContact,
  type StagedTask,
} from '#renderer/stores/contact.ts'
import { isSimulated } from '#renderer/stores/calls.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { ReasonSelect, useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { TaskFields } from '#renderer/work/TaskFields.tsx'
import { TicketFields } from '#renderer/work/TicketFields.tsx'
import { openOptions, typed } from '#renderer/work/typed.ts'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useWords } from '#renderer/words/words.ts'

/** The conversation while it lasts. Everything typed is kept at once and ends as one operation. */
export function RunningForm({ contact }: { readonly contact: RunningContact }) {
  const { work, terms } = useWords()
  const panel = useRef<HTMLDivElement>(null)
  const reasons = useLive('reasons')
  const reasonName = useReasonName()
  const { end, problem, missing } = useEnding(contact)
  const commit = useCommitKey(end)
  useKeys({
    endContact: () => void end(),
    commit: () => void end(),
    verify: () => openOptions('contact-verification'),
    reason: () => openOptions('contact-reason'),
    contactNote: () => document.getElementById('contact-note')?.focus(),
    hangUp,
    back: () => leavePanel(panel.current),
  })
  useFirstStep(contact)
  const { ticket } = contact
  const reason = reasons?.find(({ code }) => code === contact.reasonCode)
  return (
    <div ref={panel} className={classes['running']} onKeyDown={commit}>
      <div className={classes['panel']}>
        <ContactHead />
        <QueueLine queue={contact.queue} customerId={contact.customerId} />
        <ContactCustomer customerId={contact.customerId} />
        <Select<Verification>
          {...typed}
          id="contact-verification"
          label={work.contact.verification}
          data={optionsOf(verifications, terms.verification)}
          value={contact.verification}
          onChange={(verification) => verification !== null && changeContact({ verification })}
        />
        <ReasonSelect
          id="contact-reason"
          label={work.contact.reason}
          value={contact.reasonCode}
          error={missing.includes('reason') ? work.contact.missingReason : undefined}
          onChange={(chosen) => withReason(contact, chosen)}
        />
        <SkillHint reason={reason} />
        <ReasonNotes reasonCode={contact.reasonCode} />
        <ContactMacro contact={contact} />
        <NoteField
          id="contact-note"
          label={work.contact.note}
          placeholder={work.contact.notePlaceholder}
          minRows={3}
          value={contact.note}
          onChange={(note) => changeContact({ note })}
        />
        <Checkbox
          size="xs"
          label={work.contact.withTicket}
          checked={ticket !== undefined}
          onChange={(event) =>
            event.currentTarget.checked
              ? changeContact({
                  ticket: ticketFrom(reason, reason === undefined ? '' : reasonName(reason.code)),
                  disposition: 'ticket_created',
                })
              : changeContact({
                  ticket: undefined,
                  ...(contact.disposition === 'ticket_created' ? { disposition: undefined } : {}),
                })
          }
        />
        {ticket === undefined ? null : (
          <TicketFields
            subjectId="contact-subject"
            value={ticket}
            subjectError={missing.includes('subject') ? work.contact.missingSubject : undefined}
            onChange={(changed) => changeContact({ ticket: { ...ticket, ...changed } })}
          />
        )}
        {ticket?.task === undefined ? null : (
          <TaskFields
            task={ticket.task}
            onChange={(task) => changeContact({ ticket: withTask(ticket, task) })}
          />
        )}
        <StagedWishes wishes={contact.wishes ?? []} />
        <Select<Disposition>
          {...typed}
          id="contact-disposition"
          label={work.contact.disposition}
          placeholder={work.contact.dispositionPlaceholder}
          data={optionsOf(dispositions, terms.disposition)}
          value={contact.disposition ?? null}
          error={missing.includes('disposition') ? work.contact.missingDisposition : undefined}
          onChange={(disposition) => changeContact({ disposition: disposition ?? undefined })}
        />
        <ContactWay contact={contact} />
        <ProblemNote problem={problem} />
      </div>
      <Ways onEnd={end} mayCancel={mayCancel(contact)} />
    </div>
  )
}

interface WaysProps {
  readonly onEnd: () => unknown
  readonly mayCancel: boolean
}

/** Out of the contact. They alone know that it is being saved: the form would be drawn anew in the frame that shows it. */
function Ways({ onEnd, mayCancel }: WaysProps) {
  const { work } = useWords()
  const saving = useContact((state) => state.saving !== undefined)
  return (
    <div className={classes['end']}>
      <Button fullWidth loading={saving} rightSection={<KeyHint keys="mod+Enter" />} onClick={onEnd}>
        {work.contact.end}
      </Button>
      {mayCancel ? (
        <Button fullWidth variant="subtle" color="gray" disabled={saving} onClick={cancelContact}>
          {work.contact.cancel}
        </Button>
      ) : null}
    </div>
  )
}

/** A call that was answered is always written down; a made-up one need not be. */
function mayCancel({ callId }: RunningContact): boolean {
  return callId === undefined || isSimulated({ callId })
}

function withTask({ task: _, ...ticket }: ContactTicket, task: StagedTask | undefined): ContactTicket {
  return task === undefined ? ticket : { ...ticket, task }
}

/** As soon as the customer is known, the next step is to verify who they are. */
function useFirstStep({ customerId, verification }: RunningContact): void {
  useEffect(() => {
    if (customerId !== undefined && (verification === 'none' || verification === 'number_only'))
      document.getElementById('contact-verification')?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-deps -- when there is a customer, not at each change of the verification
  }, [customerId])
}

/** One level back from a field of the panel is the screen beside it. */
function leavePanel(panel: HTMLElement | null): void | false {
  if (panel?.contains(document.activeElement) !== true) return false
  document.getElementById('content')?.focus({ preventScroll: true })
}
