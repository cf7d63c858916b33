import { memo, useState } from 'react'
import { Button } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { TimelineItem, type Happening } from '#renderer/screens/customer/TimelineItem.tsx'
import { useContact, type SavingContact } from '#renderer/stores/contact.ts'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { firstPage } from '#renderer/work/first-page.ts'
import { useLatest } from '#renderer/work/useLatest.ts'
import { useWords } from '#renderer/words/words.ts'

function Happened({ customerId }: { readonly customerId: string }) {
  const { work, common } = useWords()
  const [limit, setLimit] = useState(firstPage)
  const entries = useLatest(useLive('timelineOf', customerId, limit))
  const saving = useContact((state) =>
    state.saving?.contact.customerId === customerId ? state.saving : undefined,
  )
  const shown = entries === undefined ? [] : withSaving(entries, saving)
  return (
    <section aria-labelledby="timeline">
      <SectionTitle id="timeline">{work.customer.timeline}</SectionTitle>
      {entries === undefined ? <LoadingRows rows={6} label={common.loading} /> : null}
      {entries !== undefined && shown.length === 0 ? (
        <p className={classes['quiet']}>{work.customer.noTimeline}</p>
      ) : null}
      <ol className={classes['timeline']}>
        {shown.map((entry) => (
          <TimelineItem key={keyOf(entry)} entry={entry} />
        ))}
      </ol>
      {entries !== undefined && entries.length >= limit ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setLimit(limit + 2 * firstPage)}>
          {work.customer.more}
        </Button>
      ) : null}
    </section>
  )
}

/** Contacts and ticket events together, the newest first; more on demand. */
export const Timeline = memo(Happened)

/** With the contact that is being saved, where it will stand, until the desk has answered with it. */
function withSaving(entries: readonly Happening[], saving: SavingContact | undefined): readonly Happening[] {
  if (saving === undefined || entries.some((entry) => keyOf(entry) === saving.contact.id)) return entries
  const place = entries.findIndex(({ at }) => at <= saving.at)
  return entries.toSpliced(place === -1 ? entries.length : place, 0, saving)
}

function keyOf(entry: Happening): string {
  if (entry.kind === 'contact') return entry.contact.id
  return entry.kind === 'payment' ? (entry.note?.id ?? entry.payment.id) : entry.event.id
}
