import { Button, Menu, ActionIcon } from '@mantine/core'
import { IconCash, IconDots, IconPhoneCall, IconShoppingCart, IconTicket } from '@tabler/icons-react'
import type { CustomerView } from '#renderer/data/contract.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { startContact, useContact } from '#renderer/stores/contact.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { CustomerSummary } from '#renderer/work/CustomerSummary.tsx'
import { ProvenanceMark } from '#renderer/work/ProvenanceMark.tsx'
import { TierBadge } from '#renderer/work/TierBadge.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useNameOf } from '#renderer/work/useShown.ts'
import { useWords } from '#renderer/words/words.ts'

interface IdentityProps {
  readonly view: CustomerView
  readonly onTicket: () => void
  readonly onOrder: () => void
  readonly onPayment: () => void
  readonly onLink: () => void
  /** Absent for whoever may not move customers. */
  readonly onMove: (() => void) | undefined
}

/** Who this is, what this customer is worth to us, and what may be done. */
export function Identity({ view, ...actions }: IdentityProps) {
  const { common } = useWords()
  const { customer, state } = view
  const name = useNameOf(customer)
  return (
    <header className={classes['identity']}>
      <div className={classes['who']}>
        <h1>{name}</h1>
        <TierBadge tier={customer.valueTier} />
        <ProvenanceMark provenance={customer.provenance} />
        <span className={classes['quiet']}>{customer.code}</span>
        <RecordChip state={state} words={common.recordStates} hints={common.recordStateHints} />
      </div>
      <Actions customerId={customer.id} {...actions} />
      <CustomerSummary view={view} />
    </header>
  )
}

type ActionsProps = Omit<IdentityProps, 'view'> & { readonly customerId: string }

function Actions({ customerId, onTicket, onOrder, onPayment, onLink, onMove }: ActionsProps) {
  const { work, orders, payments } = useWords()
  const permits = usePermits()
  const running = useContact((state) => state.contact)
  const mine = running?.customerId === customerId
  // Then F4 goes on to the next customer.
  const rings = useCalls(({ calls }) => waitingAmong(calls).length > 0)
  const justServed = useContact(({ finished }) => finished?.customerId === customerId)
  return (
    <div className={classes['actions']}>
      {permits('recordContact') && !mine && running?.customerId === undefined ? (
        <Button
          leftSection={<IconPhoneCall size={16} aria-hidden />}
          rightSection={justServed || rings ? null : <KeyHint keys="F4" />}
          onClick={() => startContact(customerId)}
        >
          {running === undefined ? work.customer.startContact : work.customer.useForContact}
        </Button>
      ) : null}
      {permits('openTicket') ? (
        <Button
          variant="default"
          leftSection={<IconTicket size={16} aria-hidden />}
          rightSection={<KeyHint keys="T" />}
          onClick={onTicket}
        >
          {work.customer.openTicket}
        </Button>
      ) : null}
      {permits('captureOrder') ? (
        <Button
          variant="default"
          leftSection={<IconShoppingCart size={16} aria-hidden />}
          rightSection={<KeyHint keys="O" />}
          onClick={onOrder}
        >
          {orders.open}
        </Button>
      ) : null}
      {permits('takePayment') ? (
        <Button
          variant="default"
          leftSection={<IconCash size={16} aria-hidden />}
          rightSection={<KeyHint keys="F9" />}
          onClick={onPayment}
        >
          {payments.take}
        </Button>
      ) : null}
      {permits('linkCustomer') ? <More onLink={onLink} onMove={onMove} /> : null}
    </div>
  )
}

function More({ onLink, onMove }: Pick<IdentityProps, 'onLink' | 'onMove'>) {
  const { work, common } = useWords()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label={common.more}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onLink}>{work.customer.link}</Menu.Item>
        {onMove === undefined ? null : (
          <Menu.Item rightSection={<KeyHint keys="P" />} onClick={onMove}>
            {work.customer.move}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
