import type { OrderEntry } from '#renderer/data/contract-orders.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { wishName } from '#renderer/work/order/order-words.ts'
import { useWords } from '#renderer/words/words.ts'

/** What happened to an order, in the customer's timeline. */
export function OrderLine({ entry }: { readonly entry: OrderEntry }) {
  const words = useWords()
  const language = useSettings((now) => now.language)
  const { order, event, actorName } = entry
  const say = words.orders.event
  const isFirst = order.events[0]?.id === event.id
  const to = event.to === undefined ? undefined : words.orders.status[event.to]
  const sentence = isFirst
    ? say.asked
    : to === undefined
      ? say.note
      : event.moved
        ? say.moved(to)
        : say.tooLate(to)
  return (
    <>
      <b>{wishName(order, language, words)}</b>
      {` · ${order.code} · ${actorName ?? words.orders.headquarters} ${sentence}`}
    </>
  )
}
