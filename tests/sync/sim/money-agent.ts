import type { Payment } from '#domain/payment/payment.ts'
import { Agent, doOne, type Act, type Share } from './agent.ts'
import type { SimDesk } from './desk.ts'
import type { Ledger } from './ledger.ts'

/** One thing that whoever sits at a desk does with money. */
export function moneyWork(desk: SimDesk, ledger: Ledger, seed: number): Promise<string> {
  return doOne(new Agent(desk, ledger, seed), moneyActs)
}

const newId = (agent: Agent) => agent.desk.inside.core.around.newId()
/** The same form is saved again, as it is by whoever was interrupted: still one payment, one refund. [M6] */
const again = (agent: Agent) => agent.random() < 0.25

const take: Act = async (agent) => {
  const customerId = await agent.customerId()
  if (customerId === undefined) return 'nobody pays'
  const isCash = agent.random() < 0.6
  const payment = {
    paymentId: newId(agent),
    customerId,
    purpose: 'deposit' as const,
    method: isCash ? ('cash' as const) : ('qris' as const),
    amount: 1000 * (1 + Math.floor(agent.random() * 200)),
    ...(isCash ? {} : { reference: agent.unique() }),
  }
  const first = await agent.capture('takePayment', payment)
  return again(agent) ? `${first}; again: ${await agent.capture('takePayment', payment)}` : first
}

/** Some of the customers that are found, until one has paid something that is left. */
async function paid(agent: Agent): Promise<Payment | undefined> {
  for (let tries = 0; tries < 8; tries++) {
    const customerId = await agent.customerId()
    if (customerId === undefined) return undefined
    const rows = await agent.desk.ask('paymentsOf', customerId)
    const left = agent.pick(rows.filter((row) => row.left > 0))
    if (left !== undefined) return left.payment
  }
  return undefined
}

const giveBack: Act = async (agent) => {
  const { desk } = agent
  const supervisor = desk.people.find(({ role }) => role === 'supervisor')
  if (supervisor !== undefined && desk.sitting.id !== supervisor.id) await desk.signIn(supervisor)
  const payment = await paid(agent)
  if (payment === undefined) return take(agent)
  // Most of it, so that two desks that know nothing of each other want more than there is.
  const share = agent.pick([1, 0.7, 0.4] as const) ?? 1
  const refund = {
    refundId: newId(agent),
    paymentId: payment.id,
    amount: Math.ceil(payment.amount * share),
    note: `kembali ${agent.unique()}`,
  }
  const first = await agent.capture('reversePayment', refund)
  return again(agent) ? `${first}; again: ${await agent.capture('reversePayment', refund)}` : first
}

const moneyActs: readonly Share[] = [
  [60, take],
  [40, giveBack],
]
