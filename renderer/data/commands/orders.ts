import type { Step } from '#domain/sync/operation.ts'
import { stepOf } from '#domain/steps.ts'
import { orderCode, type Minter } from '#domain/ticket/code.ts'
import type { Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import type { NewAppointment, NewOrder } from '#renderer/data/contract-orders.ts'
import type { Desk } from '#renderer/data/desk.ts'

interface Made {
  readonly code: string
  readonly step: Step
}

/** `place`: which one of its operation it is, from 0; the counter makes a code unique among operations, a tail within one. */
export function wishStep(
  desk: Desk,
  minter: Minter,
  wish: NewOrder | NewAppointment,
  { orderId, place = 0 }: { readonly orderId: string; readonly place?: number },
): Made {
  const { around, enrolment } = desk.core
  const own = orderCode(minter, around.now(), enrolment.value?.centre.zone ?? 'WIB')
  const code = place === 0 ? own : `${own}.${place + 1}`
  const made = { orderId, code }
  return {
    code,
    step:
      'slot' in wish
        ? stepOf('captureAppointment', { ...wish, ...made })
        : stepOf('captureOrder', { ...wish, ...made }),
  }
}

async function captureWish(desk: Desk, wish: NewOrder | NewAppointment) {
  const orderId = desk.core.around.newId()
  const minted = { code: '' }
  const done = await doWork(desk, null, (minter) => {
    const { code, step } = wishStep(desk, minter, wish, { orderId })
    minted.code = code
    return [step]
  })
  return done.ok ? ({ ok: true, value: { orderId, code: minted.code } } as const) : done
}

export const captureOrder: Work<'captureOrder'> = captureWish
export const captureAppointment: Work<'captureAppointment'> = captureWish

export const cancelOrder: Work<'cancelOrder'> = (desk, request) =>
  doWork(desk, null, () => [stepOf('cancelOrder', request)])
