import { Type } from 'typebox'
import { oneOf } from '#domain/fields.ts'
import { captured, captureWish, permitsCapture, touchesCaptured, wishesWith } from '#domain/order/capture.ts'
import { Slot } from '#domain/order/order.ts'
import { defineStep } from '#domain/sync/step.ts'

/** A customer wants somebody to come by. The time is a wish until headquarters confirms it. */
export const captureAppointment = defineStep({
  kind: 'captureAppointment',
  v: 1,
  since: 2,
  payload: Type.Object({ ...captured, wish: oneOf(wishesWith(true)), slot: Slot }),
  permits: permitsCapture,
  touches: touchesCaptured,
  onlyReads: (payload) => touchesCaptured(payload).slice(1),
  mints: (payload) => [payload.code],
  apply: (records, payload, _seen, context) =>
    captureWish(records, payload, context, {
      kind: 'appointment',
      wish: payload.wish,
      slot: payload.slot,
    }),
})
