import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react'
import type { OutboxRow, SyncView } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { OutboxList } from '#renderer/screens/sync/OutboxList.tsx'
import { Parked } from '#renderer/screens/sync/Parked.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const shownRows = 100

/** The desk's own work on its way to headquarters. */
export function Outbox({ sync }: { readonly sync: SyncView }) {
  const { common, frame } = useWords()
  const words = frame.sync
  const { count } = useFormat()
  const rows = useLive('outbox', shownRows)
  const isHeld = ({ state }: OutboxRow) => state === 'parked' || state === 'handed_in'
  const parked = rows?.filter(isHeld) ?? []
  const others = rows?.filter((row) => !isHeld(row)) ?? []
  return (
    <>
      {parked.length === 0 ? null : <Parked rows={parked} />}
      <section aria-labelledby="outbox">
        <SectionTitle id="outbox" count={sync.waiting === 0 ? undefined : count(sync.waiting)}>
          {words.outbox}
        </SectionTitle>
        {sync.link === 'down' ? <Offline sync={sync} /> : null}
        {rows === undefined ? <LoadingRows label={common.loading} /> : null}
        {sync.waiting === 0 && parked.length === 0 && sync.link !== 'down' && rows !== undefined ? (
          <AllSent sync={sync} />
        ) : null}
        {others.length === 0 ? null : <OutboxList rows={others} />}
      </section>
    </>
  )
}

function Offline({ sync }: { readonly sync: SyncView }) {
  const words = useWords().frame.sync
  const format = useFormat()
  const now = useClock(60_000)
  const since = sync.lastAcknowledgedAt
  return (
    <ErrorNote
      tone="calm"
      icon={IconCloudOff}
      title={
        since === undefined
          ? words.offlineNever
          : words.offlineSince(`${format.when(since, now)} ${format.zone}`)
      }
    >
      {words.safeToClose}
    </ErrorNote>
  )
}

function AllSent({ sync }: { readonly sync: SyncView }) {
  const words = useWords().frame.sync
  const format = useFormat()
  const now = useClock(60_000)
  const at = sync.lastAcknowledgedAt
  if (at === undefined) return <EmptyState title={words.sentAllNever} />
  return (
    <EmptyState
      icon={IconCloudCheck}
      title={words.sentAll(`${format.when(at, now)} ${format.zone}`)}
      text={words.sentAllText}
    />
  )
}
