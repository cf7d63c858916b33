import type { RefObject } from 'react'
import { Anchor } from '@mantine/core'
import { isRefusalCode } from '#domain/item/refusals.ts'
import type { Item } from '#domain/item/item.ts'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { Candidates } from '#renderer/screens/items/Candidates.tsx'
import { Decided } from '#renderer/screens/items/Decided.tsx'
import { FieldValues } from '#renderer/screens/items/FieldValues.tsx'
import { ItemFacts } from '#renderer/screens/items/ItemFacts.tsx'
import classes from '#renderer/screens/items/items.module.css'
import { openRecord } from '#renderer/screens/items/open-record.ts'
import { useChosenCandidate } from '#renderer/screens/items/useChosenCandidate.ts'
import { itemTitle, taskWords } from '#renderer/screens/items/task-words.ts'
import { Ways } from '#renderer/screens/items/Ways.tsx'
import { OperationWords } from '#renderer/work/OperationWords.tsx'
import { TierBadge } from '#renderer/work/TierBadge.tsx'
import { useWords, type Words } from '#renderer/words/words.ts'

interface ItemDetailProps {
  readonly row: InboxRow
  /** The digits act while the focus is in here. */
  readonly within: RefObject<HTMLElement | null>
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** One item in plain words: why it is here, what both sides have, who, when and where, and the ways out. */
export function ItemDetail({ row, within, onDone, onCancel }: ItemDetailProps) {
  const words = useWords()
  const { item, customer, ticket } = row
  const { why, todo } = reasonOf(item, words)
  const candidate = useChosenCandidate(item)
  return (
    <article className={classes['detail']} aria-labelledby="item-title" data-detail={item.id}>
      <header className={classes['head']}>
        <h2 id="item-title">{itemTitle(item, words)}</h2>
        {customer === undefined && ticket === undefined ? null : (
          <Anchor component="button" type="button" onClick={() => openRecord(row)}>
            {ticket === undefined ? customer?.name : `${ticket.code} ${ticket.subject}`}
          </Anchor>
        )}
        {customer === undefined ? null : <TierBadge tier={customer.valueTier} />}
      </header>
      <p className={classes['why']}>{why}</p>
      {item.status === 'open' ? <p className={classes['todo']}>{todo}</p> : null}
      {item.fields === undefined || item.fields.length === 0 ? null : <FieldValues item={item} />}
      {item.kind === 'match' ? <Candidates item={item} {...candidate} /> : null}
      {item.kind === 'refused' ? <OperationWords operation={item.operation} /> : null}
      <ItemFacts row={row} />
      {item.status === 'decided' ? (
        <Decided item={item} />
      ) : (
        <Ways row={row} candidateId={candidate.chosen} within={within} onDone={onDone} onCancel={onCancel} />
      )}
    </article>
  )
}

function reasonOf(item: Item, words: Words): { readonly why: string; readonly todo: string } {
  const { items } = words
  if (item.kind !== 'refused') return taskWords(item, words) ?? items.why[item.kind]
  return isRefusalCode(item.problem) ? items.refusal[item.problem] : items.otherRefusal
}
