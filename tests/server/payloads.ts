import type { PayloadOf } from '#domain/steps.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'

export function customer(id: string, homeCentreId: string, more: Partial<Customer> = {}): Customer {
  return {
    id,
    rev: 0,
    code: `C-${id}`,
    kind: 'person',
    provenance: 'verified',
    segment: 'consumer',
    valueTier: 'regular',
    since: '2019-04-01',
    homeCentreId,
    name: 'Siti Nurhaliza',
    language: 'id',
    ...more,
  }
}

export function subscription(id: string, customerId: string, msisdn: string): Subscription {
  return {
    id,
    rev: 0,
    customerId,
    line: 'mobile',
    msisdn,
    paymentType: 'prepaid',
    status: 'active',
    offeringCode: 'XTRA-10',
    offeringName: 'Xtra 10',
    activatedOn: '2024-01-01',
  }
}

export function provisional(
  customerId: string,
  label: string,
  more: Partial<PayloadOf<'registerCustomer'>> = {},
): PayloadOf<'registerCustomer'> {
  return {
    customerId,
    code: `P-${label}-${customerId}`,
    kind: 'person',
    provenance: 'provisional',
    segment: 'consumer',
    since: '2026-11-23',
    name: 'Siti Nurhaliza',
    language: 'id',
    ...more,
  }
}

export function ticket(
  ticketId: string,
  label: string,
  more: Partial<PayloadOf<'openTicket'>> = {},
): PayloadOf<'openTicket'> {
  return {
    ticketId,
    code: `T-${label}-2611-${ticketId}`,
    type: 'complaint',
    department: 'care',
    priority: 'p3',
    subject: 'Sinyal hilang sejak pagi',
    channel: 'walk_in',
    ownerId: 'ani',
    ...more,
  }
}

export function contact(
  contactId: string,
  more: Partial<PayloadOf<'recordContact'>> = {},
): PayloadOf<'recordContact'> {
  return {
    contactId,
    channel: 'walk_in',
    direction: 'in',
    startedAt: 1_795_000_000_000,
    endedAt: 1_795_000_090_000,
    handleSeconds: 90,
    verification: 'none',
    reasonCode: 'NET-01',
    disposition: 'information_given',
    ticketIds: [],
    ...more,
  }
}
