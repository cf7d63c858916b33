import { Type } from 'typebox'
import { offeringIdIn } from '#domain/catalogue/publish-release.ts'
import { code, id, oneOf } from '#domain/fields.ts'
import { captured, captureWish, permitsCapture, touchesCaptured, wishesWith } from '#domain/order/capture.ts'
import { wishRules } from '#domain/order/checks.ts'
import type { Order } from '#domain/order/order.ts'
import type { Records, Ref } from '#domain/sync/records.ts'
import { defineStep, refused } from '#domain/sync/step.ts'

/** Of which release the price is: the one by which the desk sold at that moment. */
const Chosen = Type.Object({ releaseId: id(), code: code() })

interface Choosing {
  readonly offering?: { readonly releaseId: string; readonly code: string }
}

const offeringOf = ({ offering }: Choosing): Ref[] =>
  offering === undefined
    ? []
    : [{ collection: 'catalogue', id: offeringIdIn(offering.releaseId, offering.code) }]

/** A customer wants something that headquarters has to do. The price is the signed release's, never the desk's. */
export const captureOrder = defineStep({
  kind: 'captureOrder',
  v: 1,
  since: 2,
  payload: Type.Object({
    ...captured,
    wish: oneOf(wishesWith(false)),
    offering: Type.Optional(Chosen),
  }),
  permits: permitsCapture,
  touches: (payload): Ref[] => [...touchesCaptured(payload), ...offeringOf(payload)],
  onlyReads: (payload) => [...touchesCaptured(payload).slice(1), ...offeringOf(payload)],
  mints: (payload) => [payload.code],
  apply: (records, payload, _seen, context) => {
    const frozen = frozenPrice(records, payload)
    if (frozen === undefined) return refused('unknown_record')
    if (wishRules[payload.wish].priced && frozen.price === undefined) return refused('bad_operation')
    return captureWish(records, payload, context, { kind: 'order', wish: payload.wish, ...frozen })
  },
})

type Frozen = Partial<Pick<Order, 'price' | 'releaseId' | 'offeringCode' | 'offeringName'>>

/** What the offering costs in its release; `undefined` when there is no such offering. */
function frozenPrice(records: Records, { offering }: Choosing): Frozen | undefined {
  if (offering === undefined) return {}
  const found = records.get('catalogue', offeringIdIn(offering.releaseId, offering.code))
  const { name, amount, unit, period, chargeType } = found ?? {}
  if (name === undefined || amount === undefined || unit === undefined) return undefined
  if (period === undefined || chargeType === undefined) return undefined
  return {
    releaseId: offering.releaseId,
    offeringCode: offering.code,
    offeringName: name,
    price: { amount, unit, period, chargeType },
  }
}
