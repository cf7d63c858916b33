import type { Operation } from '#domain/sync/operation.ts'
import { nextStatuses } from '#domain/ticket/lifecycle.ts'
import type { CommandName, Commands, NewContact, NewTicket, TicketRow } from '#renderer/data/contract.ts'
import { seeded } from '#tests/sync/seeded.ts'
import type { SimDesk } from './desk.ts'
import type { Ledger } from './ledger.ts'

/** One thing that whoever sits at a desk does, chosen by a seed from what the screen shows. */
export function work(desk: SimDesk, ledger: Ledger, seed: number): Promise<string> {
  return doOne(new Agent(desk, ledger, seed), acts)
}

/** One of some acts, by their shares. */
export async function doOne(agent: Agent, all: readonly Share[]): Promise<string> {
  const share = agent.random() * all.reduce((sum, [each]) => sum + each, 0)
  let upTo = 0
  for (const [each, act] of all) {
    upTo += each
    if (share < upTo) return act(agent)
  }
  return 'nothing'
}

export class Agent {
  readonly random: () => number
  readonly desk: SimDesk
  readonly #ledger: Ledger
  readonly #seed: number

  constructor(desk: SimDesk, ledger: Ledger, seed: number) {
    this.random = seeded(seed)
    this.desk = desk
    this.#ledger = ledger
    this.#seed = seed
  }

  pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.random() * all.length)]
  }

  /** A value that nobody else in this world ever typed. */
  unique(): string {
    return String(1e7 + this.#seed)
  }

  broughtBack(value: string): void {
    this.#ledger.broughtBack.add(value)
  }

  async customerId(): Promise<string | undefined> {
    const { hits } = await this.desk.ask('search', 'Orang', 50)
    return this.pick(hits.flatMap((hit) => (hit.kind === 'customer' ? [hit.customerId] : [])).toSorted())
  }

  /** Runs a command that captures; what the screen calls saved goes into the ledger. */
  async capture<N extends CommandName>(name: N, request: Parameters<Commands[N]>[0]): Promise<string> {
    const { disk } = this.desk
    disk.appended.length = 0
    const done = await this.desk.run(name, request)
    const operations = disk.appended.splice(0).map(({ operation }) => JSON.parse(operation) as Operation)
    const isSaved = done !== 'failed' && done.ok
    for (const operation of operations) {
      if (isSaved) {
        this.#ledger.saved.set(operation.opId, { desk: this.desk, operation })
        this.desk.witness.saved(operation)
      } else this.#ledger.begun.add(operation.opId)
    }
    if (done === 'failed') return `${name}: ended in the middle`
    return done.ok
      ? `${name}: saved as ${operations.map(({ deviceSeq }) => deviceSeq).join()}`
      : `${name}: ${done.problem}`
  }
}

export type Act = (agent: Agent) => Promise<string>
export type Share = readonly [share: number, act: Act]

const register: Act = async (agent) => {
  // Now and then a number that another desk's customer has: headquarters has to find out who is meant.
  const number = agent.random() < 0.25 ? String(1e7 + Math.floor(agent.random() * 4)) : agent.unique()
  const name = agent.random() < 0.7 ? `Orang ${number}` : `Orang ${agent.unique()}`
  const base = {
    kind: 'person',
    segment: 'consumer',
    name,
    language: 'id',
    phone: `+62817${number}`,
  } as const
  const isSighted = agent.random() < 0.2
  return agent.capture('registerCustomer', {
    ...base,
    provenance: isSighted ? 'verified' : 'provisional',
    ...(isSighted ? { nik: `74710${String(1e11 + Math.floor(agent.random() * 5)).slice(1)}` } : {}),
  })
}

const closeContact: Act = async (agent) => {
  const customerId = await agent.customerId()
  if (customerId === undefined) return register(agent)
  const contact = contactWith(agent, customerId)
  const ticket = ticketFor(customerId)
  return agent.capture('closeContact', agent.random() < 0.6 ? { contact, ticket } : { contact })
}

/** A conversation that has just ended. */
export function contactWith(agent: Agent, customerId: string): NewContact {
  const at = agent.desk.inside.core.around.now()
  return {
    customerId,
    channel: 'walk_in',
    direction: 'in',
    startedAt: Math.max(0, at - 60_000),
    endedAt: Math.max(0, at),
    handleSeconds: 60,
    verification: 'knowledge',
    reasonCode: 'KUOTA',
    disposition: 'information_given',
    note: `catatan ${agent.unique()}`,
    ticketIds: [],
  }
}

export const ticketFor = (customerId: string): NewTicket => ({
  customerId,
  type: 'complaint',
  department: 'care',
  priority: 'p2',
  subject: 'Kuota tidak masuk',
  channel: 'walk_in',
})

const openTicket: Act = async (agent) => {
  const customerId = await agent.customerId()
  return customerId === undefined ? register(agent) : agent.capture('openTicket', ticketFor(customerId))
}

const changeDetails: Act = async (agent) => {
  const customerId = await agent.customerId()
  if (customerId === undefined) return register(agent)
  const { customer } = (await agent.desk.ask('customer', customerId)) ?? {}
  const field = agent.pick(['phone', 'email', 'city'] as const) ?? 'city'
  const value = {
    phone: `+62818${agent.unique()}`,
    email: `o${agent.unique()}@example.com`,
    city: `Kota ${agent.unique()}`,
  }[field]
  const base = customer?.[field] === undefined ? {} : { [field]: customer[field] }
  return agent.capture('changeContactDetails', { customerId, changes: { [field]: value }, base })
}

const amend: Act = async (agent) => {
  const customerId = await agent.customerId()
  if (customerId === undefined) return register(agent)
  const { customer } = (await agent.desk.ask('customer', customerId)) ?? {}
  const field = agent.pick(['pinnedNote', 'name'] as const) ?? 'name'
  const base = customer?.[field] === undefined ? {} : { [field]: customer[field] }
  return agent.capture('amendCustomer', { customerId, changes: { [field]: `Orang ${agent.unique()}` }, base })
}

const ticketOf = async (agent: Agent): Promise<TicketRow['ticket'] | undefined> =>
  agent.pick(await agent.desk.ask('ticketList', 'open', 50))?.ticket

const note: Act = async (agent) => {
  const ticket = await ticketOf(agent)
  if (ticket === undefined) return openTicket(agent)
  return agent.capture('noteOnTicket', { ticketId: ticket.id, text: `catatan ${agent.unique()}` })
}

const move: Act = async (agent) => {
  const ticket = await ticketOf(agent)
  const to = ticket === undefined ? undefined : agent.pick(nextStatuses[ticket.status])
  if (ticket === undefined || to === undefined) return openTicket(agent)
  return agent.capture('moveTicket', {
    ticketId: ticket.id,
    to,
    note: agent.unique(),
    resolutionCode: 'BERES',
  })
}

const assign: Act = async (agent) => {
  const ticket = await ticketOf(agent)
  if (ticket === undefined) return openTicket(agent)
  const ownerId = agent.pick(agent.desk.people)?.id ?? ''
  return agent.capture('assignTicket', { ticketId: ticket.id, ownerId, note: agent.unique() })
}

const decide: Act = async (agent) => {
  const item = agent.pick(await agent.desk.ask('items', 'open', 50))
  if (item === undefined) return note(agent)
  const takesMine = item.kind === 'conflict' && agent.random() < 0.5
  for (const { mine } of takesMine ? (item.fields ?? []) : []) agent.broughtBack(mine)
  return agent.capture('decideItem', { itemId: item.id, decision: takesMine ? 'take_mine' : 'noted' })
}

const link: Act = async (agent) => {
  const absorbedId = await agent.customerId()
  const survivorId = await agent.customerId()
  if (absorbedId === undefined || survivorId === undefined) return register(agent)
  const undo = agent.random() < 0.3
  return agent.capture(undo ? 'unlinkCustomer' : 'linkCustomer', { absorbedId, survivorId })
}

/** Another person sits down at the same PC. */
const changeShift: Act = async (agent) => {
  const person = agent.pick(agent.desk.people)
  if (person === undefined) return 'nobody else works here'
  const isIn = await agent.desk.signIn(person)
  return `${person.id} signs in: ${isIn ? 'done' : 'refused'}`
}

const acts: readonly Share[] = [
  [15, register],
  [22, closeContact],
  [5, openTicket],
  [16, changeDetails],
  [6, amend],
  [12, note],
  [12, move],
  [4, assign],
  [6, decide],
  [3, link],
  [3, changeShift],
]
