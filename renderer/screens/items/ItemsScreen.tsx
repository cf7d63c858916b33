import { useState } from 'react'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconChecks, IconCloudOff, IconFileDownload } from '@tabler/icons-react'
import { leadsCentre } from '#domain/staff/roles.ts'
import type { InboxView } from '#renderer/data/contract-inbox.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Inbox } from '#renderer/screens/items/Inbox.tsx'
import classes from '#renderer/screens/items/items.module.css'
import { ordered, orders, type Order } from '#renderer/screens/items/order.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { optionsOf } from '#renderer/work/options.ts'
import screen from '#renderer/work/screen.module.css'
import { useFileOf } from '#renderer/work/useFileOf.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const views: readonly InboxView[] = ['open', 'forMe', 'mine', 'decided']
const step = 200

/** Everything that only a person can decide: a list, and what the chosen one is about with its ways out. */
export function ItemsScreen() {
  const words = useWords()
  const { items, common } = words
  const format = useFormat()
  const now = useClock(15_000)
  const [view, setView] = useState<InboxView>('open')
  const [order, setOrder] = useState<Order>('value')
  const [most, setMost] = useState(step)
  const [withLater, setWithLater] = useState(false)
  const found = useLive('inbox', view, most)
  const link = useLive('sync')?.link
  const all = found === undefined || view === 'decided' ? found : ordered(found, order)
  const putOff = (all ?? []).filter(({ laterUntil = 0 }) => laterUntil > now)
  const rows = withLater || view === 'decided' ? all : all?.filter((row) => !putOff.includes(row))
  const count = (all ?? []).length
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{items.title}</h1>
        <SegmentedControl
          aria-label={items.views}
          data={optionsOf(views, items.view)}
          value={view}
          onChange={setView}
        />
        <span className={screen['quiet']} role="status">
          {all === undefined ? '' : (count < most ? items.count : items.first)(format.count(count))}
        </span>
        <div className={classes['end']}>
          {view === 'decided' ? null : (
            <Select
              aria-label={items.orders}
              w={244}
              data={optionsOf(orders, items.order)}
              value={order}
              onChange={(chosen) => setOrder(chosen ?? 'value')}
              allowDeselect={false}
            />
          )}
          <SaveButton />
        </div>
      </div>
      {link === 'down' ? (
        <ErrorNote tone="calm" icon={IconCloudOff}>
          {items.offline}
        </ErrorNote>
      ) : null}
      {putOff.length === 0 || view === 'decided' ? null : (
        <div className={classes['later']}>
          {items.laterCount(format.count(putOff.length))}
          <Button size="compact-sm" variant="subtle" onClick={() => setWithLater(!withLater)}>
            {withLater ? items.hideLater : items.showLater}
          </Button>
        </div>
      )}
      {rows === undefined ? <LoadingRows rows={8} label={common.loading} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={IconChecks}
          title={putOff.length > 0 ? items.allLater : items.empty[view]}
          text={putOff.length > 0 ? items.allLaterHint : items.emptyHint[view]}
        />
      ) : null}
      {rows !== undefined && rows.length > 0 ? (
        <Inbox
          key={view}
          label={items.view[view]}
          rows={rows}
          more={count >= most ? () => setMost(most + step) : undefined}
        />
      ) : null}
    </div>
  )
}

/** Everything into a file; offered to whoever may have one. */
function SaveButton() {
  const { items } = useWords()
  const format = useFormat()
  const role = useLive('desk')?.person?.role
  const { save, running, problem } = useFileOf('exportItems', (count) => items.exported(format.count(count)))
  if (!leadsCentre(role)) return null
  return (
    <>
      <ProblemNote problem={problem} />
      <Button
        variant="default"
        title={items.exportHint}
        loading={running}
        leftSection={<IconFileDownload size={14} aria-hidden />}
        onClick={() => void save({ what: 'items' })}
      >
        {items.export}
      </Button>
    </>
  )
}
