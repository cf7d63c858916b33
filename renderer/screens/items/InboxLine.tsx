import { memo } from 'react'
import {
  IconArrowMerge,
  IconArrowsDiff,
  IconBan,
  IconClockPause,
  IconUserShare,
  IconRouteX,
  type Icon,
} from '@tabler/icons-react'
import { supervisors, type Item } from '#domain/item/item.ts'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { decisionWords } from '#renderer/screens/items/decision-words.ts'
import classes from '#renderer/screens/items/items.module.css'
import { itemTitle } from '#renderer/screens/items/task-words.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import { TierBadge } from '#renderer/work/TierBadge.tsx'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const signs: Readonly<Record<Item['kind'], Icon>> = {
  conflict: IconArrowsDiff,
  transition: IconRouteX,
  match: IconArrowMerge,
  refused: IconBan,
}

interface InboxLineProps {
  readonly row: InboxRow
  readonly index: number
  readonly active: boolean
  readonly onFocus: (index: number) => void
}

/** One item in the list: whom it is about, what it is, whose work it was, how old it is and who has it. */
function Line({ row, index, active, onFocus }: InboxLineProps) {
  const words = useWords()
  const { items } = words
  const { item, customer, ticket } = row
  const Sign = signs[item.kind]
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={active}
      tabIndex={active ? 0 : -1}
      data-row={index}
      data-item={item.id}
      className={classes['line']}
      onFocus={() => onFocus(index)}
    >
      <span role="gridcell" className={classes['sign']}>
        <Sign size={16} stroke={1.8} aria-hidden />
      </span>
      <span role="gridcell" className={classes['about']}>
        <strong>{customer?.name ?? ticket?.subject ?? items.noCustomer}</strong>
        {customer === undefined ? null : <TierBadge tier={customer.valueTier} />}
      </span>
      <Age row={row} />
      <span role="gridcell" className={classes['what']}>
        <span>{item.status === 'decided' ? decisionWords(item, words) : itemTitle(item, words)}</span>
      </span>
      <Holder row={row} />
    </div>
  )
}

export const InboxLine = memo(Line)

function Age({ row }: { readonly row: InboxRow }) {
  const format = useFormat()
  const now = useClock(30_000)
  const at = row.item.decidedAt ?? row.item.at
  return (
    <span role="gridcell" className={classes['age']} title={format.dateTime(at)}>
      {row.laterUntil !== undefined && row.laterUntil > now ? <IconClockPause size={14} aria-hidden /> : null}
      {format.ago(at, now)}
    </span>
  )
}

/** Who has it; whose work it was while nobody passed it on. */
function Holder({ row }: { readonly row: InboxRow }) {
  const { items } = useWords()
  const work = useWorkWords()
  const { item, heldBy, holderName } = row
  const name =
    item.status === 'decided'
      ? work.person(item.decidedBy ?? '')
      : heldBy === undefined
        ? (row.actorName ?? work.person(item.actorId))
        : heldBy === supervisors
          ? items.supervisors
          : (holderName ?? work.person(heldBy))
  const isPassedOn = item.status === 'open' && heldBy !== undefined
  return (
    <span role="gridcell" className={classes['holder']} title={name}>
      {isPassedOn ? <IconUserShare size={14} aria-hidden /> : null}
      <span>{name}</span>
    </span>
  )
}
