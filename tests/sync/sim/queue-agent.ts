import type { QueueStatus, QueueTicket } from '#domain/queue/queue-ticket.ts'
import { Agent, contactWith, doOne, ticketFor, type Act, type Share } from './agent.ts'
import type { SimDesk } from './desk.ts'
import type { Ledger } from './ledger.ts'

/** One thing that whoever sits at a desk does with the visitors of the queue. */
export function queueWork(desk: SimDesk, ledger: Ledger, seed: number): Promise<string> {
  return doOne(new Agent(desk, ledger, seed), queueActs)
}

/** Few, so that two desks meet at one number. */
const service = (agent: Agent) => (agent.random() < 0.7 ? 'LAYANAN' : 'BAYAR')
const counterOf = (agent: Agent) => String(agent.desk.number + 1)

const take: Act = (agent) =>
  agent.capture('takeNumber', {
    service: service(agent),
    priority: agent.random() < 0.3 ? 'assisted' : 'normal',
  })

const numberIn = async (agent: Agent, statuses: readonly QueueStatus[]): Promise<QueueTicket | undefined> =>
  agent.pick(
    (await agent.desk.ask('queue')).rows.flatMap(({ number }) =>
      statuses.includes(number.status) ? [number] : [],
    ),
  )

const callNext: Act = (agent) => agent.capture('callNext', { services: [], counter: counterOf(agent) })

const moveNumber: Act = async (agent) => {
  const number = await numberIn(agent, ['waiting', 'called', 'serving', 'no_show'])
  if (number === undefined) return take(agent)
  const to = agent.pick(['waiting', 'serving', 'no_show', 'cancelled'] as const) ?? 'serving'
  return agent.capture('moveNumber', { queueTicketId: number.id, to, counter: counterOf(agent) })
}

const transfer: Act = async (agent) => {
  const number = await numberIn(agent, ['waiting', 'called', 'serving'])
  if (number === undefined) return take(agent)
  return agent.capture('transferNumber', { queueTicketId: number.id, service: service(agent) })
}

const serve: Act = async (agent) => {
  const number = await numberIn(agent, ['called', 'serving'])
  const customerId = await agent.customerId()
  if (number === undefined || customerId === undefined) return callNext(agent)
  const queue = { queueTicketId: number.id, to: 'served' as const, counter: counterOf(agent) }
  return agent.capture('closeContact', {
    contact: contactWith(agent, customerId),
    ticket: ticketFor(customerId),
    queue,
  })
}

const queueActs: readonly Share[] = [
  [35, take],
  [25, callNext],
  [15, moveNumber],
  [8, transfer],
  [20, serve],
]
