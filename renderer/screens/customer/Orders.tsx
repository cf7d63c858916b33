import { useState } from 'react'
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { awaitsHeadquarters, isOrderOpen, type Order } from '#domain/order/order.ts'
import type { OrderRow } from '#renderer/data/contract-orders.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { CancelOrder } from '#renderer/screens/customer/CancelOrder.tsx'
import classes from '#renderer/screens/customer/orders.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { priceOf } from '#renderer/work/offering.ts'
import { checkNames, slotName, wishName } from '#renderer/work/order/order-words.ts'
import { SlipIcon } from '#renderer/work/slip/SlipIcon.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What the customer has asked for and headquarters has to do, as far as it is not over. Nothing to see, nothing shown. */
export function Orders({ customerId }: { readonly customerId: string }) {
  const { orders } = useWords()
  const format = useFormat()
  const rows = useLive('ordersOf', customerId)?.filter(({ order }) => isOrderOpen(order))
  if (rows === undefined || rows.length === 0) return null
  return (
    <section aria-labelledby="orders">
      <SectionTitle id="orders" count={format.count(rows.length)}>
        {orders.title}
      </SectionTitle>
      <ul className={classes['orders']}>
        {rows.map((row) => (
          <Line key={row.order.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Line({ row }: { readonly row: OrderRow }) {
  const { orders, common } = useWords()
  const permits = usePermits()
  const [cancelling, setCancelling] = useState(false)
  const { order, state } = row
  return (
    <li className={classes['order']}>
      <What order={order} />
      <HowFar order={order} />
      <RecordChip state={state} words={common.recordStates} iconOnly />
      <SlipIcon about={{ of: 'order', id: order.id }} />
      {permits('cancelOrder') ? (
        <ActionIcon
          aria-label={`${orders.cancel} ${order.code}`}
          title={orders.cancel}
          onClick={() => setCancelling(true)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span />
      )}
      {cancelling ? <CancelOrder order={order} onDone={() => setCancelling(false)} /> : null}
    </li>
  )
}

function What({ order }: { readonly order: Order }) {
  const words = useWords()
  const format = useFormat()
  const language = useSettings((now) => now.language)
  const { price, releaseId, slot, note } = order
  const about = [
    order.code,
    price === undefined
      ? undefined
      : words.orders.price(priceOf(price, words, format), (releaseId ?? '').replace('release:', '')),
    slot === undefined ? undefined : slotName(slot, words, format),
    note,
  ]
  return (
    <span>
      <b>{wishName(order, language, words)}</b>
      <small>{about.filter((part) => part !== undefined).join(' · ')}</small>
    </span>
  )
}

/** Until headquarters has said yes, the first word is that nothing is active. */
function HowFar({ order }: { readonly order: Order }) {
  const words = useWords()
  const { orders } = words
  const waits = awaitsHeadquarters(order)
  const not = order.kind === 'appointment' ? orders.notSure : orders.notActive
  return (
    <span data-usable={!waits}>
      {waits ? not : orders.status[order.status]}
      {order.checksLeft.length === 0 ? null : (
        <small>{orders.left(checkNames(order.checksLeft, words))}</small>
      )}
    </span>
  )
}
