import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import classes from '#renderer/screens/orders/orders.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { FactList } from '#renderer/work/FactList.tsx'
import { priceOf } from '#renderer/work/offering.ts'
import { checkNames, slotName, wishName } from '#renderer/work/order/order-words.ts'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Everything that an admin needs to say yes or no. */
export function Asked({ asked }: { readonly asked: OrderToAnswer }) {
  const words = useWords()
  const format = useFormat()
  const work = useWorkWords()
  const language = useSettings((settings) => settings.language)
  const { order, customerName, customerCode, paid } = asked
  const { fact } = words.orders.answer
  const { price, releaseId = '', slot, checksDone, checksLeft, note } = order
  const names = (checks: typeof checksDone) => (checks.length === 0 ? undefined : checkNames(checks, words))
  return (
    <>
      <h2>{wishName(order, language, words)}</h2>
      <FactList
        label={order.code}
        facts={[
          [fact.customer, `${customerName} · ${customerCode}`],
          [fact.by, `${work.person(order.capturedBy)}, ${work.centre(order.centreId)}`],
          [fact.at, format.dateTime(order.capturedAt)],
          [fact.status, words.orders.status[order.status]],
          [
            fact.price,
            price === undefined
              ? undefined
              : words.orders.price(priceOf(price, words, format), releaseId.replace('release:', '')),
          ],
          [fact.slot, slot === undefined ? undefined : slotName(slot, words, format)],
          [fact.done, names(checksDone)],
          [fact.left, names(checksLeft)],
          [fact.paid, paid === 0 ? undefined : format.money(paid)],
          [fact.note, note],
        ]}
      />
      {order.events.length < 2 ? null : (
        <ol className={classes['events']} aria-label={words.orders.answer.history}>
          {order.events.slice(1).map(({ id, at, by, to, note: said }) => (
            <li key={id}>
              {`${format.dateTime(at)} · ${work.person(by)}${to === undefined ? '' : ` · ${words.orders.status[to]}`}`}
              {said === undefined ? null : <small>{said}</small>}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
