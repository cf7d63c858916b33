import { memo, useState } from 'react'
import { Button } from '@mantine/core'
import type { TimelineEntry } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { TimelineItem } from '#renderer/screens/customer/TimelineItem.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useLatest } from '#renderer/work/useLatest.ts'
import { useWords } from '#renderer/words/words.ts'

/** Entries that are seen at first. */
export const firstPage = 20

function Happened({ customerId }: { readonly customerId: string }) {
  const { work, common } = useWords()
  const [limit, setLimit] = useState(firstPage)
  const entries = useLatest(useLive('timelineOf', customerId, limit))
  return (
    <section aria-labelledby="timeline">
      <SectionTitle id="timeline">{work.customer.timeline}</SectionTitle>
      {entries === undefined ? <LoadingRows rows={6} label={common.loading} /> : null}
      {entries?.length === 0 ? <p className={classes['quiet']}>{work.customer.noTimeline}</p> : null}
      <ol className={classes['timeline']}>
        {entries?.map((entry) => (
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

function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'contact') return entry.contact.id
  return entry.kind === 'payment' ? (entry.note?.id ?? entry.payment.id) : entry.event.id
}
