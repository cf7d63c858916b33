import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import type { CustomerView } from '#renderer/data/contract.ts'
import { useAhead, useLive } from '#renderer/data/useLive.ts'
import { Banners } from '#renderer/screens/customer/Banners.tsx'
import classes from '#renderer/screens/customer/customer.module.css'
import { Details } from '#renderer/screens/customer/Details.tsx'
import { Identity } from '#renderer/screens/customer/Identity.tsx'
import { LinkDialog } from '#renderer/screens/customer/LinkDialog.tsx'
import { MoveDialog } from '#renderer/screens/customer/MoveDialog.tsx'
import { OrderDialog } from '#renderer/screens/customer/OrderDialog.tsx'
import { Orders } from '#renderer/screens/customer/Orders.tsx'
import { OpenTickets } from '#renderer/screens/customer/OpenTickets.tsx'
import { PaymentDialog } from '#renderer/screens/customer/PaymentDialog.tsx'
import { Payments } from '#renderer/screens/customer/Payments.tsx'
import { Subscriptions } from '#renderer/screens/customer/Subscriptions.tsx'
import { TicketDialog } from '#renderer/screens/customer/TicketDialog.tsx'
import { Timeline } from '#renderer/screens/customer/Timeline.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { go, useWorkspace } from '#renderer/stores/workspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useEarlyScreenKeys } from '#renderer/ui/useEarlyKeys.ts'
import { customerQuestions } from '#renderer/work/customer-questions.ts'
import { KeptTyping } from '#renderer/work/KeptTyping.tsx'
import screen from '#renderer/work/screen.module.css'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

/** Everything about one customer on one screen. */
export function CustomerScreen({ customerId }: { readonly customerId: string }) {
  const { work, common } = useWords()
  const view = useLive('customer', customerId)
  useAhead(customerQuestions(customerId))
  useSurvivor(view)
  useEarlyScreenKeys(view !== undefined)
  if (view === undefined)
    return (
      <div className={screen['screen']}>
        <LoadingRows rows={12} label={common.loading} />
      </div>
    )
  if (view === null)
    return (
      <EmptyState
        title={work.customer.missing}
        text={
          <>
            {work.customer.missingHint}
            <KeptTyping draft={`customer:${customerId}`} />
          </>
        }
        action={<Button onClick={() => go({ at: 'search', text: '' })}>{work.desk.search}</Button>}
      />
    )
  return <Known view={view} />
}

function Known({ view }: { readonly view: CustomerView }) {
  const permits = usePermits()
  const [dialog, setDialog] = useState<'ticket' | 'order' | 'payment' | 'link' | 'move'>()
  const { customer } = view
  const movable = permits('moveCustomer') && customer.mergedInto === undefined
  useKeys({
    openTicket: permits('openTicket') ? () => setDialog('ticket') : undefined,
    openOrder: permits('captureOrder') ? () => setDialog('order') : undefined,
    takePayment: permits('takePayment') ? () => setDialog('payment') : undefined,
    moveCustomer: movable ? () => setDialog('move') : undefined,
  })
  const close = () => setDialog(undefined)
  return (
    <div className={screen['screen']}>
      <Identity
        view={view}
        onTicket={() => setDialog('ticket')}
        onOrder={() => setDialog('order')}
        onPayment={() => setDialog('payment')}
        onLink={() => setDialog('link')}
        onMove={movable ? () => setDialog('move') : undefined}
      />
      <Banners view={view} />
      <div className={classes['body']}>
        <Details key={customer.id} customer={customer} />
        <div className={classes['work']}>
          <Subscriptions customerId={customer.id} />
          <Orders customerId={customer.id} />
          <Payments customerId={customer.id} />
          <OpenTickets customerId={customer.id} count={view.openTickets} />
          <Timeline key={customer.id} customerId={customer.id} />
        </div>
      </div>
      {dialog === 'ticket' ? <TicketDialog customerId={customer.id} onClose={close} /> : null}
      {dialog === 'order' ? <OrderDialog customerId={customer.id} onClose={close} /> : null}
      {dialog === 'payment' ? <PaymentDialog customerId={customer.id} onClose={close} /> : null}
      {dialog === 'link' ? <LinkDialog customer={customer} onClose={close} /> : null}
      {dialog === 'move' ? <MoveDialog customer={customer} onClose={close} /> : null}
    </div>
  )
}

/** A record that stands for another one leads there; the way back does not pass it again. Supervisors stay, for they may undo the link. */
function useSurvivor(view: CustomerView | null | undefined): void {
  const permits = usePermits()
  const survivorId = view?.mergedInto
  const stays = permits('unlinkCustomer')
  const known = useLive('desk') !== undefined
  useEffect(() => {
    if (survivorId === undefined || stays || !known) return
    useWorkspace.setState({ place: { at: 'customer', customerId: survivorId } })
  }, [survivorId, stays, known])
}
