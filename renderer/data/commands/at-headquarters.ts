import type { Step } from '#domain/sync/operation.ts'
import type { Write } from '#domain/sync/records.ts'
import type { Minter } from '#domain/ticket/code.ts'
import { stepOf } from '#domain/steps.ts'
import { capture } from '#renderer/data/capture.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { storedUnder } from '#renderer/data/replica.ts'

/**
 * What admins do for the whole operator: captured like any work, but begun only with a line and answered when
 * headquarters has it, for nobody publishes by half. `shown`: records that headquarters has shown and that this desk
 * does not carry.
 */
async function atHeadquarters(
  desk: Desk,
  make: (minter: Minter) => readonly Step[],
  shown: readonly Write[] = [],
): Promise<Done<null>> {
  const person = desk.sessions.person.value
  if (person === undefined) return locked
  if (!(await desk.core.link.probe())) return { ok: false, problem: 'unreachable' }
  const captured = await capture(desk.core, person, make, shown)
  if (!captured.ok) return captured
  await desk.conductor.syncNow()
  const [entry] = await storedUnder<OutboxEntry>(desk.core.replica.outbox, [captured.opId])
  if (entry?.result === undefined) return { ok: false, problem: entry?.problem ?? 'unreachable' }
  return entry.result.outcome === 'needs_attention'
    ? { ok: false, problem: entry.problem ?? 'bad_operation' }
    : { ok: true, value: null }
}

export const publishRelease: Work<'publishRelease'> = (desk, release) =>
  atHeadquarters(desk, () => [stepOf('publishRelease', release)])

export const publishArticle: Work<'publishArticle'> = (desk, publication) =>
  atHeadquarters(desk, () => [stepOf('publishArticle', publication)])

export const retireArticle: Work<'retireArticle'> = (desk, request) =>
  atHeadquarters(desk, () => [stepOf('retireArticle', request)])

export const publishService: Work<'publishService'> = (desk, publication) =>
  atHeadquarters(desk, () => [stepOf('publishService', publication)])

export const confirmOrder: Work<'confirmOrder'> = (desk, { order, ...answer }) =>
  atHeadquarters(desk, () => [stepOf('confirmOrder', { ...answer, orderId: order.id })], asShown(order))

export const rejectOrder: Work<'rejectOrder'> = (desk, { order, note }) =>
  atHeadquarters(desk, () => [stepOf('rejectOrder', { orderId: order.id, note })], asShown(order))

export const askOrders: Work<'askOrders'> = async (desk) => {
  const answer = await desk.sessions.call((token) => desk.core.link.ordersToAnswer(token))
  return answer.ok ? { ok: true, value: answer.value } : { ok: false, problem: answer.problem.code }
}

function asShown(record: Extract<Write, { collection: 'orders' }>['record']): Write[] {
  return [{ collection: 'orders', record }]
}
