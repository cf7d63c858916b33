import { memo, useState } from 'react'
import { ActionIcon } from '@mantine/core'
import { IconCash, IconX } from '@tabler/icons-react'
import { awaitsHeadquarters, isOrderOpen, type Order } from '#domain/order/order.ts'
import type { OrderRow } from '#renderer/data/contract-orders.ts'
import type { PaymentRow } from '#renderer/data/contract-payments.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { PaymentDialog } from '#renderer/screens/customer/PaymentDialog.tsx'
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

function Wishes({ customerId }: { readonly customerId: string }) {
  const { orders } = useWords()
  const format = useFormat()
  const rows = useLive('ordersOf', customerId)?.filter(({ order }) => isOrderOpen(order))
  const paid = useLive('paymentsOf', customerId) ?? []
  if (rows === undefined || rows.length === 0) return null
  return (
    <section aria-labelledby="orders">
      <SectionTitle id="orders" count={format.count(rows.length)}>
        {orders.title}
      </SectionTitle>
      <ul className={classes['orders']}>
        {rows.map((row) => (
          <Line key={row.order.id} row={row} paid={paidFor(row.order, paid)} />
        ))}
      </ul>
    </section>
  )
}

/** What the customer has asked for and headquarters has to do, as far as it is not over. Nothing to see, nothing shown. */
export const Orders = memo(Wishes)

/** What was paid for an order, less what was given back. */
function paidFor({ id }: Order, rows: readonly PaymentRow[]): number {
  return rows.reduce((sum, { payment }) => sum + (payment.orderId === id ? payment.amount : 0), 0)
}

function Line({ row, paid }: { readonly row: OrderRow; readonly paid: number }) {
  const { orders, payments, common } = useWords()
  const permits = usePermits()
  const [doing, setDoing] = useState<'paying' | 'cancelling'>()
  const stop = () => setDoing(undefined)
  const { order, state } = row
  return (
    <li className={classes['order']}>
      <What order={order} />
      <HowFar order={order} paid={paid} />
      <RecordChip state={state} words={common.recordStates} iconOnly />
      <SlipIcon about={{ of: 'order', id: order.id }} />
      {permits('takePayment') ? (
        <ActionIcon
          aria-label={payments.takeFor(order.code)}
          title={payments.take}
          onClick={() => setDoing('paying')}
        >
          <IconCash size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span />
      )}
      {permits('cancelOrder') ? (
        <ActionIcon
          aria-label={`${orders.cancel} ${order.code}`}
          title={orders.cancel}
          onClick={() => setDoing('cancelling')}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span />
      )}
      {doing === 'paying' ? (
        <PaymentDialog customerId={order.customerId} order={order} onClose={stop} />
      ) : null}
      {doing === 'cancelling' ? <CancelOrder order={order} onDone={stop} /> : null}
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
function HowFar({ order, paid }: { readonly order: Order; readonly paid: number }) {
  const words = useWords()
  const format = useFormat()
  const { orders, payments } = words
  const waits = awaitsHeadquarters(order)
  const not = order.kind === 'appointment' ? orders.notSure : orders.notActive
  return (
    <span data-usable={!waits}>
      {waits ? not : orders.status[order.status]}
      {order.checksLeft.length === 0 ? null : (
        <small>{orders.left(checkNames(order.checksLeft, words))}</small>
      )}
      {paid === 0 ? null : <small>{payments.paidSum(format.money(paid))}</small>}
    </span>
  )
}
