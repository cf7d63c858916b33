import type { Item } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { ItemCard } from '#renderer/screens/sync/ItemCard.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

const shownItems = 50

/** What only a person can decide. */
export function Items() {
  const { common, frame } = useWords()
  const { count } = useFormat()
  const items = useLive('items', 'open', shownItems)
  return (
    <section aria-labelledby="items">
      <SectionTitle
        id="items"
        count={items === undefined || items.length === 0 ? undefined : count(items.length)}
      >
        {frame.sync.items}
      </SectionTitle>
      {items === undefined ? <LoadingRows label={common.loading} rows={2} /> : <ItemList items={items} />}
    </section>
  )
}

function ItemList({ items }: { readonly items: readonly Item[] }) {
  const { noItems } = useWords().frame.sync
  if (items.length === 0) return <p className={classes['quiet']}>{noItems}</p>
  return (
    <ul className={classes['list']}>
      {items.map((item) => (
        <ItemCard key={item.id} item={item} />
      ))}
    </ul>
  )
}
