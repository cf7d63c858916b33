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
  const customerId = agent.pick(await payers(agent))
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

/** Few, so that two desks meet at one payment. */
async function payers(agent: Agent): Promise<readonly string[]> {
  const { hits } = await agent.desk.ask('search', 'Orang', 50)
  return hits
    .flatMap((hit) => (hit.kind === 'customer' ? [hit.customerId] : []))
    .toSorted()
    .slice(0, 2)
}

/** A payment of which something is left. */
async function paid(agent: Agent): Promise<Payment | undefined> {
  const rows = await Promise.all((await payers(agent)).map((id) => agent.desk.ask('paymentsOf', id)))
  return agent.pick(rows.flat().filter(({ left }) => left > 0))?.payment
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
  [45, take],
  [55, giveBack],
]
