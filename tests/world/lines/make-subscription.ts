import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import { presentOfferings } from '#tests/world/catalogue/offerings.ts'
import { idAt } from '#tests/world/id-at.ts'
import { iccidOf, msisdnOf } from '#tests/world/lines/numbers.ts'
import { isoDay } from '#tests/world/people/make-customer.ts'
import type { Random } from '#tests/world/random.ts'

const dayMs = 86_400_000
const plans = presentOfferings.filter(
  ({ chargeType, line }) => chargeType === 'recurring' && line !== 'service',
)
const plansOf = (line: string, payment: string) =>
  plans.filter((plan) => plan.line === line && plan.paymentType === payment)
const prepaid = plansOf('mobile', 'prepaid')
const postpaid = plansOf('mobile', 'postpaid')
const fixed = [
  ...plansOf('internet', 'postpaid'),
  ...plansOf('phone', 'postpaid'),
  ...plansOf('view', 'postpaid'),
]

/** One to three lines. `firstNumber` is the world's count of SIM cards before this customer; three are set aside. */
export function makeSubscriptions(
  random: Random,
  customer: Customer,
  firstNumber: number,
  now: number,
): Subscription[] {
  const many = random.weighted([
    [1, 68],
    [2, 25],
    [3, 7],
  ] as const)
  return Array.from({ length: many }, (_, index) => {
    // The first line is mobile, so that nearly everybody has a number to be found by.
    const kind =
      index === 0
        ? random.weighted([
            ['prepaid', 72],
            ['postpaid', 28],
          ] as const)
        : random.pick(['prepaid', 'postpaid', 'fixed'] as const)
    const base = lineOf(random, customer, kind, now)
    return kind === 'fixed'
      ? base
      : { ...base, msisdn: msisdnOf(firstNumber + index), iccidTail: iccidOf(firstNumber + index).slice(-6) }
  })
}

function lineOf(
  random: Random,
  customer: Customer,
  kind: 'prepaid' | 'postpaid' | 'fixed',
  now: number,
): Subscription {
  const plan: OfferingDraft = random.pick(
    kind === 'prepaid' ? prepaid : kind === 'postpaid' ? postpaid : fixed,
  )
  const sinceAt = Date.parse(customer.since)
  const activatedAt = sinceAt + Math.floor(random.unit() ** 2 * (now - sinceAt - dayMs))
  const paymentType = kind === 'prepaid' ? 'prepaid' : 'postpaid'
  const status = random.weighted(
    paymentType === 'prepaid'
      ? ([
          ['active', 86],
          ['grace', 8],
          ['blocked', 3],
          ['terminated', 3],
        ] as const)
      : ([
          ['active', 92],
          ['suspended', 5],
          ['terminated', 3],
        ] as const),
  )
  return {
    id: idAt(activatedAt, random),
    rev: 1,
    customerId: customer.id,
    line: plan.line,
    paymentType,
    status,
    offeringCode: plan.code,
    offeringName: plan.name.id,
    activatedOn: isoDay(activatedAt),
    ...(status === 'grace' ? { graceUntil: isoDay(now + random.int(1, 28) * dayMs) } : {}),
    ...(status === 'terminated' ? {} : money(random, plan, paymentType, now)),
  }
}

/** What billing knew early this morning. */
function money(random: Random, plan: OfferingDraft, paymentType: Subscription['paymentType'], now: number) {
  const asOf = now - random.int(1, 9) * 3_600_000
  if (paymentType === 'prepaid')
    return { balance: { amount: Math.floor(random.unit() ** 3 * 240) * 500, asOf } }
  const extra = random.chance(0.3) ? random.int(1, 60) * 2_500 : 0
  return { bill: { amount: plan.amount + extra, dueOn: isoDay(now + random.int(-6, 20) * dayMs), asOf } }
}
