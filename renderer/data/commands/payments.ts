import { stepOf } from '#domain/steps.ts'
import { countCode, receiptCode, type Minter } from '#domain/ticket/code.ts'
import type { Step } from '#domain/sync/operation.ts'
import type { Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { dayNow } from '#renderer/data/queries/queue.ts'
import { readRecords } from '#renderer/data/replica.ts'

/**
 * Saved once, however often the same form is saved: its record's id comes with it, and where that record is there
 * already its own receipt is the answer.
 */
export const takePayment: Work<'takePayment'> = (desk, payment) =>
  once(desk, payment.paymentId, (code) => stepOf('takePayment', { ...payment, code }))

export const reversePayment: Work<'reversePayment'> = (desk, refund) =>
  once(desk, refund.refundId, (code) => stepOf('reversePayment', { ...refund, code }))

export const countDrawer: Work<'countDrawer'> = async (desk, count) => {
  if ((await present(desk, count.countId)) !== undefined) return { ok: true, value: null }
  return doWork(desk, null, (minter) => [
    stepOf('countDrawer', {
      ...count,
      day: dayNow(desk),
      code: countCode(minter, desk.core.around.now(), zoneOf(desk)),
    }),
  ])
}

type Taken = Done<{ paymentId: string; code: string }>

async function once(desk: Desk, paymentId: string, make: (code: string) => Step): Promise<Taken> {
  const before = await present(desk, paymentId)
  if (before !== undefined) return { ok: true, value: { paymentId, code: before } }
  const minted = { code: '' }
  const done = await doWork(desk, null, (minter) => {
    minted.code = receiptAt(desk, minter)
    return [make(minted.code)]
  })
  if (done.ok) return { ok: true, value: { paymentId, code: minted.code } }
  // Two at once: the other one was faster.
  const other = done.problem === 'id_taken' ? await present(desk, paymentId) : undefined
  return other === undefined ? done : { ok: true, value: { paymentId, code: other } }
}

/** The code under which the record is here already. */
async function present(desk: Desk, id: string): Promise<string | undefined> {
  const [found] = await readRecords(desk.core.replica, 'orders', [id])
  return found !== undefined && 'code' in found ? found.code : undefined
}

const zoneOf = (desk: Desk) => desk.core.enrolment.value?.centre.zone ?? 'WIB'
const receiptAt = (desk: Desk, minter: Minter) => receiptCode(minter, desk.core.around.now(), zoneOf(desk))
