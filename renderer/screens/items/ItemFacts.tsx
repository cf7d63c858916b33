import { supervisors } from '#domain/item/item.ts'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/items/items.module.css'
import { Button } from '@mantine/core'
import { useClock } from '#renderer/ui/useClock.ts'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Who, when, where, and through whose hands it went. */
export function ItemFacts({ row }: { readonly row: InboxRow }) {
  const { items } = useWords()
  const format = useFormat()
  const work = useWorkWords()
  const { item } = row
  const made = item.operation['capturedAt']
  const received = format.dateTime(item.at)
  const done = typeof made === 'number' ? format.dateTime(made) : received
  const centre = work.centre(item.centreId)
  const facts = [
    [items.fact.by, row.actorName ?? work.person(item.actorId)],
    [items.fact.where, item.deviceLabel === undefined ? centre : items.place(centre, item.deviceLabel)],
    [items.fact.at, done],
    ...(done === received ? [] : [[items.fact.received, received]]),
  ]
  return (
    <>
      <dl className={classes['origin']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.handOvers === undefined ? null : (
        <ol className={classes['hands']} aria-label={items.history}>
          {item.handOvers.map(({ opId, by, to, at, note }) => (
            <li key={opId}>
              {items.handedOver(
                work.person(by),
                to === undefined || to === supervisors ? items.supervisors : work.person(to),
                format.dateTime(at),
              )}
              {note === undefined ? null : <q>{note}</q>}
            </li>
          ))}
        </ol>
      )}
      <PutOff row={row} />
    </>
  )
}

function PutOff({ row }: { readonly row: InboxRow }) {
  const { items } = useWords()
  const format = useFormat()
  const now = useClock(15_000)
  const postponeItem = useCommand('postponeItem')
  const { laterUntil = 0, item } = row
  if (laterUntil <= now || item.status === 'decided') return null
  return (
    <p className={classes['later']}>
      {items.backOn(format.when(laterUntil, now))}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => void postponeItem({ itemId: item.id, until: 0 })}
      >
        {items.bringBack}
      </Button>
    </p>
  )
}
