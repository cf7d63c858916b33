import { nextStatuses } from '#domain/ticket/lifecycle.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { kendari, person } from '#tests/sync/kendari.ts'
import { seeded } from '#tests/sync/seeded.ts'

/** What one run did, for whoever has to find out why it failed. */
export interface Run extends AsyncDisposable {
  readonly hq: TestHeadquarters
  readonly desks: readonly TestDesk[]
  readonly story: readonly string[]
  /** How often each desk said that work was saved. */
  readonly saved: number
  /** Ids of contacts and words of notes that some screen called saved. */
  readonly contactIds: readonly string[]
  readonly notes: readonly string[]
}

interface World {
  readonly random: () => number
  readonly story: string[]
  saved: number
  readonly contactIds: string[]
  readonly notes: string[]
}

/** Two desks of one centre work at random while the line drops requests and answers and desks end without a word. */
export async function simulate(seed: number, turns: number): Promise<Run> {
  const random = seeded(seed)
  const world: World = { random, story: [], saved: 0, contactIds: [], notes: [] }
  const storm = { on: true }
  const maybeCut = (share: number) => () => {
    if (storm.on && random() < share) throw new Error('the line lost it')
  }
  const faults = { before: maybeCut(0.08), after: maybeCut(0.08) }
  const hq = await kendari()
  const desks: TestDesk[] = []
  storm.on = false
  for (const [index, username] of ['ani', 'budi'].entries())
    desks.push(await testDesk(hq, { centreId: 'KDI', username, seed: seed * 10 + index, faults }))
  storm.on = true
  for (let turn = 0; turn < turns; turn++) await oneTurn(world, desks)
  storm.on = false
  for (const desk of desks) desk.line.restore()
  await calmDown(desks)
  return {
    hq,
    desks,
    ...world,
    async [Symbol.asyncDispose]() {
      for (const desk of desks) await desk[Symbol.asyncDispose]()
      await hq[Symbol.asyncDispose]()
    },
  }
}

/** Rounds until nobody has anything left, at most sixty simulated seconds each after the faults end. */
async function calmDown(desks: readonly TestDesk[]): Promise<void> {
  for (let round = 0; round < 8; round++) {
    for (const desk of desks) {
      await desk.sync()
      desk.clock.pass(30_000)
    }
  }
}

async function oneTurn(world: World, desks: readonly TestDesk[]): Promise<void> {
  const number = Math.floor(world.random() * desks.length)
  const desk = desks[number] as TestDesk
  const dice = world.random()
  const say = (what: string) => world.story.push(`desk ${number}: ${what}`)
  desk.clock.pass(Math.floor(world.random() * 20_000))
  if (dice < 0.18) {
    say('syncs')
    return desk.sync()
  }
  if (dice < 0.23) {
    say('line cut')
    return desk.line.cut()
  }
  if (dice < 0.3) {
    say('line restored')
    return desk.line.restore()
  }
  if (dice < 0.34) {
    say('restarts')
    return restart(desk)
  }
  if (dice < 0.36) {
    say('loses its database')
    return restart(desk, 'database')
  }
  const done = await work(world, desk, say)
  if (done) world.saved += 1
}

/** A restart signs in again; where the line refuses that, the known person opens the desk without it. */
async function restart(desk: TestDesk, losing?: 'database'): Promise<void> {
  desk.line.cut()
  await desk.restart(losing)
  desk.line.restore()
}

async function work(world: World, desk: TestDesk, say: (what: string) => void): Promise<boolean> {
  const { random } = world
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const dice = random()
  const hits = (await desk.ask('search', 'Orang', 50)).hits.flatMap((hit) =>
    hit.kind === 'customer' ? [hit.customerId] : [],
  )
  const customerId = pick(hits)
  if (customerId === undefined || dice < 0.15) {
    const index = Math.floor(random() * 1e6)
    say(`registers Orang ${index}`)
    return (await desk.run('registerCustomer', person(`Orang ${index}`, `+62817${String(1e7 + index)}`))).ok
  }
  if (dice < 0.45) return closeContact(world, desk, customerId, say)
  if (dice < 0.6) return changePhone(world, desk, customerId, say)
  const row = pick(await desk.ask('ticketList', 'open', 50))
  if (row === undefined) return false
  const ticketId = row.ticket.id
  if (dice < 0.75) {
    const text = `catatan ${Math.floor(random() * 1e9)}`
    say(`notes ${text}`)
    const done = await desk.run('noteOnTicket', { ticketId, text })
    if (done.ok) world.notes.push(text)
    return done.ok
  }
  const to = pick(nextStatuses[row.ticket.status])
  if (to === undefined) return false
  say(`moves ${row.ticket.code} to ${to}`)
  return (await desk.run('moveTicket', { ticketId, to, resolutionCode: 'BERES' })).ok
}

async function closeContact(
  world: World,
  desk: TestDesk,
  customerId: string,
  say: (what: string) => void,
): Promise<boolean> {
  const at = desk.clock.now()
  const contact = {
    customerId,
    channel: 'call_in',
    direction: 'in',
    startedAt: at,
    endedAt: at + 60_000,
    handleSeconds: 60,
    verification: 'knowledge',
    reasonCode: 'KUOTA',
    disposition: 'information_given',
    ticketIds: [] as string[],
  } as const
  const ticket = {
    customerId,
    type: 'complaint',
    department: 'care',
    priority: 'p2',
    subject: 'Kuota tidak masuk',
    channel: 'call_in',
  } as const
  const withTicket = world.random() < 0.5
  say(withTicket ? 'closes a contact with a ticket' : 'closes a contact')
  const done = await desk.run('closeContact', withTicket ? { contact, ticket } : { contact })
  if (done.ok) world.contactIds.push(done.value.contactId)
  return done.ok
}

async function changePhone(
  world: World,
  desk: TestDesk,
  customerId: string,
  say: (what: string) => void,
): Promise<boolean> {
  const view = await desk.ask('customer', customerId)
  const phone = `+62818${String(1e7 + Math.floor(world.random() * 1e6))}`
  say(`changes a phone to ${phone}`)
  const base = view?.customer.phone === undefined ? {} : { phone: view.customer.phone }
  return (await desk.run('changeContactDetails', { customerId, changes: { phone }, base })).ok
}
