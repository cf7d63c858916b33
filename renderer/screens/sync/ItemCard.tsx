import { Anchor } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Item } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Candidates } from '#renderer/screens/sync/Candidates.tsx'
import { DecisionButtons } from '#renderer/screens/sync/DecisionButtons.tsx'
import { FieldValues } from '#renderer/screens/sync/FieldValues.tsx'
import { OperationWords } from '#renderer/screens/sync/OperationWords.tsx'
import { useWorkWords } from '#renderer/screens/sync/useWorkWords.ts'
import { go } from '#renderer/stores/workspace.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** One decision: what it is about, what both sides have, who and when, and the ways out. */
export function ItemCard({ item }: { readonly item: Item }) {
  const { frame, problems, terms } = useWords()
  const format = useFormat()
  const work = useWorkWords()
  return (
    <li className={classes['item']} data-item={item.id}>
      <div className={classes['itemHead']}>
        <IconAlertTriangle size={16} aria-hidden className={classes['attention']} />
        <h3>{terms.itemKind[item.kind]}</h3>
        <Subject item={item} />
        <span className={classes['quiet']}>
          {frame.sync.byAt(work.person(item.actorId), format.dateTime(item.at))}
        </span>
      </div>
      <p>{problems[item.problem]}</p>
      {item.fields === undefined || item.fields.length === 0 ? null : <FieldValues fields={item.fields} />}
      {item.kind === 'refused' ? <OperationWords operation={item.operation} /> : null}
      {item.kind === 'match' ? <Candidates item={item} /> : null}
      <DecisionButtons item={item} />
    </li>
  )
}

/** The record it is about, one key away. */
function Subject({ item }: { readonly item: Item }) {
  const words = useWords().frame.sync
  const { customerId, docId } = item
  const customer = useLive('customer', customerId ?? '')
  if (item.docCollection === 'tickets' && docId !== undefined)
    return (
      <Anchor component="button" size="sm" onClick={() => go({ at: 'ticket', ticketId: docId })}>
        {words.openTicket}
      </Anchor>
    )
  if (customerId === undefined) return null
  return (
    <Anchor component="button" size="sm" onClick={() => go({ at: 'customer', customerId })}>
      {customer?.customer.name ?? words.openCustomer}
    </Anchor>
  )
}
