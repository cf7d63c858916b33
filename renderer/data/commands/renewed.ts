import type { Customer } from '#domain/customer/customer.ts'
import type { StepDraft } from '#domain/item/steps-to-send.ts'
import { steps } from '#domain/steps.ts'
import type { Step } from '#domain/sync/operation.ts'
import {
  countCode,
  mintedBy,
  orderCode,
  provisionalCode,
  receiptCode,
  ticketCode,
  type Minter,
} from '#domain/ticket/code.ts'
import type { Desk } from '#renderer/data/desk.ts'

interface With {
  /** The customers that the steps name, as they are here now. */
  readonly customers: readonly Customer[]
  /** Another record has the ids that the refused work wanted. */
  readonly newIds: boolean
}

/** The fields that name a record which the step makes. */
const makes: Readonly<Record<string, string>> = {
  registerCustomer: 'customerId',
  openTicket: 'ticketId',
  recordContact: 'contactId',
  captureOrder: 'orderId',
  captureAppointment: 'orderId',
  takePayment: 'paymentId',
  reversePayment: 'refundId',
  countDrawer: 'countId',
}

/** How the code of what a step makes is minted; an order's where nothing else is said. */
const mints: Readonly<Record<string, typeof ticketCode>> = {
  registerCustomer: provisionalCode,
  openTicket: ticketCode,
  takePayment: receiptCode,
  reversePayment: receiptCode,
  countDrawer: countCode,
}

/**
 * Refused work as it goes out again: codes of another desk are minted anew, ids that are taken become new ones
 * throughout, and what was seen is what stands here now.
 */
export function renewed(desk: Desk, minter: Minter, drafts: readonly StepDraft[], given: With): Step[] {
  const renamed = given.newIds ? newIdsFor(desk, drafts) : new Map<string, string>()
  const minted = { count: 0 }
  return drafts.map(({ kind, payload }) => {
    const code = payload['code']
    const keeps = typeof code !== 'string' || (mintedBy(code, minter.deviceLabel) && !given.newIds)
    const fresh = keeps ? {} : { code: codeFor(desk, minter, kind, (minted.count += 1)) }
    const next = withNames({ ...payload, ...fresh }, renamed)
    const step: Step = { kind, v: steps[kind].v, payload: next }
    const seen = seenOf(next, given.customers)
    return seen === undefined ? step : { ...step, seen }
  })
}

function newIdsFor(desk: Desk, drafts: readonly StepDraft[]): Map<string, string> {
  return new Map(
    drafts.flatMap(({ kind, payload }) => {
      const made = payload[makes[kind] ?? '']
      return typeof made === 'string' ? [[made, desk.core.around.newId()] as const] : []
    }),
  )
}

function withNames(
  payload: StepDraft['payload'],
  renamed: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const name = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(name)
    return typeof value === 'string' ? (renamed.get(value) ?? value) : value
  }
  return Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, name(value)]))
}

/** The counter makes a code unique among operations, a tail among the codes of one. */
function codeFor(desk: Desk, minter: Minter, kind: string, count: number): string {
  const { around, enrolment } = desk.core
  const code = (mints[kind] ?? orderCode)(minter, around.now(), enrolment.value?.centre.zone ?? 'WIB')
  return count === 1 ? code : `${code}.${count}`
}

function seenOf(
  payload: StepDraft['payload'],
  customers: readonly Customer[],
): Record<string, string> | undefined {
  const { changes, customerId } = payload
  const customer = customers.find(({ id }) => id === customerId)
  if (typeof changes !== 'object' || changes === null || customer === undefined) return undefined
  const present = customer as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(changes).map((field) => [field, typeof present[field] === 'string' ? present[field] : '']),
  )
}
