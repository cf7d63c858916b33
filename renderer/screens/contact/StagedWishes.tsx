import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import classes from '#renderer/screens/contact/contact.module.css'
import { unstageWish, type Wish } from '#renderer/stores/contact.ts'
import { useWords } from '#renderer/words/words.ts'

/** What the customer asked for in this conversation; it is captured when the contact ends, or taken out here. */
export function StagedWishes({ wishes }: { readonly wishes: readonly Wish[] }) {
  const { orders } = useWords()
  if (wishes.length === 0) return null
  return (
    <div>
      <span className={classes['quiet']}>{orders.staged}</span>
      {wishes.map((wish, index) => (
        <div key={`${wish.wish}-${String(index)}`} className={classes['customer']}>
          <span>{orders.wish[wish.wish]}</span>
          <ActionIcon
            className={classes['release']}
            aria-label={orders.unstage(orders.wish[wish.wish])}
            onClick={() => unstageWish(wish)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </div>
  )
}
