import type { Static } from 'typebox'
import { publishRelease } from '#domain/catalogue/publish-release.ts'
import { recordContact } from '#domain/contact/record-contact.ts'
import { amendCustomer } from '#domain/customer/amend-customer.ts'
import { changeContactDetails } from '#domain/customer/change-contact-details.ts'
import { linkCustomer, unlinkCustomer } from '#domain/customer/link-customer.ts'
import { moveCustomer } from '#domain/customer/move-customer.ts'
import { registerCustomer } from '#domain/customer/register-customer.ts'
import { decideItem } from '#domain/item/decide-item.ts'
import { handOverItem } from '#domain/item/hand-over-item.ts'
import { callNumber } from '#domain/queue/call-number.ts'
import { moveNumber } from '#domain/queue/move-number.ts'
import { publishService } from '#domain/queue/publish-service.ts'
import { takeNumber } from '#domain/queue/take-number.ts'
import { transferNumber } from '#domain/queue/transfer-number.ts'
import { publishArticle } from '#domain/knowledge/publish-article.ts'
import { retireArticle } from '#domain/knowledge/retire-article.ts'
import { cancelOrder } from '#domain/order/cancel-order.ts'
import { captureAppointment } from '#domain/order/capture-appointment.ts'
import { captureOrder } from '#domain/order/capture-order.ts'
import { confirmOrder } from '#domain/order/confirm-order.ts'
import { noteOnOrder } from '#domain/order/note-on-order.ts'
import { rejectOrder } from '#domain/order/reject-order.ts'
import { countDrawer } from '#domain/payment/count-drawer.ts'
import { reversePayment } from '#domain/payment/reverse-payment.ts'
import { takePayment } from '#domain/payment/take-payment.ts'
import type { StepKind } from '#domain/sync/step.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import { acceptTask } from '#domain/ticket/accept-task.ts'
import { answerTask } from '#domain/ticket/answer-task.ts'
import { askDepartment } from '#domain/ticket/ask-department.ts'
import { assignTicket } from '#domain/ticket/assign-ticket.ts'
import { callColleagues } from '#domain/ticket/call-colleagues.ts'
import { escalateTicket } from '#domain/ticket/escalate-ticket.ts'
import { linkTickets } from '#domain/ticket/link-tickets.ts'
import { moveTicket } from '#domain/ticket/move-ticket.ts'
import { noteOnTicket } from '#domain/ticket/note-on-ticket.ts'
import { openTicket } from '#domain/ticket/open-ticket.ts'
import { prioritizeTicket } from '#domain/ticket/prioritize-ticket.ts'

/** Every kind of step in its newest version; a kind's older versions stand with it. */
export const steps = {
  registerCustomer,
  amendCustomer,
  changeContactDetails,
  openTicket,
  noteOnTicket,
  moveTicket,
  assignTicket,
  recordContact,
  linkCustomer,
  unlinkCustomer,
  moveCustomer,
  decideItem,
  handOverItem,
  publishRelease,
  takeNumber,
  callNumber,
  moveNumber,
  transferNumber,
  captureOrder,
  captureAppointment,
  cancelOrder,
  confirmOrder,
  rejectOrder,
  noteOnOrder,
  publishArticle,
  retireArticle,
  publishService,
  askDepartment,
  acceptTask,
  answerTask,
  prioritizeTicket,
  escalateTicket,
  linkTickets,
  callColleagues,
  takePayment,
  reversePayment,
  countDrawer,
} as const

export type StepName = keyof typeof steps
export type PayloadOf<K extends StepName> = Static<(typeof steps)[K]['payload']>

/** The definition of a step that came over the wire; `undefined` when this side does not know it. */
export function stepKindOf(step: Pick<Step, 'kind' | 'v'>): StepKind | undefined {
  const known = Object.hasOwn(steps, step.kind) ? steps[step.kind as StepName] : undefined
  if (known === undefined) return undefined
  // Payloads are checked against the kind's own schema before any of its functions runs.
  const kind: StepKind = known
  return kind.v === step.v || kind.older?.some(({ v }) => v === step.v) === true ? kind : undefined
}

/** The first protocol whose headquarters knows every step of the operation. [V6] */
export function neededProtocol({ steps: all }: Pick<Operation, 'steps'>): number {
  return Math.max(...all.map((step) => sinceOf(step)))
}

function sinceOf(step: Step): number {
  const kind = stepKindOf(step)
  // What this console does not know itself is headquarters' to judge.
  return kind?.v === step.v ? (kind.since ?? 1) : 1
}

/** A step as a command makes it. */
export function stepOf<K extends StepName>(
  kind: K,
  payload: PayloadOf<K>,
  seen?: Readonly<Record<string, unknown>>,
): Step {
  const step: Step = { kind, v: steps[kind].v, payload: { ...payload } }
  return seen === undefined ? step : { ...step, seen: { ...seen } }
}
