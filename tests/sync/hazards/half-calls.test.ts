import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { CustomerView, TimelineEntry } from '#renderer/data/contract.ts'
import { doorOf } from '#renderer/data/door.ts'
import { stepOf } from '#domain/steps.ts'
import { headquarters } from '#tests/server/headquarters.ts'
import { beginning } from '#tests/server/wire-desk.ts'
import { contact, ticket } from '#tests/server/payloads.ts'
import { postgresql } from '#tests/server/postgresql.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { prove, vanish } from '#tests/sync/hazards/vanish.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'

const calls = 12

/** A call that ends with a ticket. */
function closing(desk: TestDesk, customerId: string) {
  const at = desk.clock.now()
  return {
    contact: {
      customerId,
      channel: 'call_in',
      direction: 'in',
      startedAt: at,
      endedAt: at + 60_000,
      handleSeconds: 60,
      verification: 'none',
      reasonCode: 'KUOTA',
      disposition: 'ticket_created',
      ticketIds: [] as string[],
    },
    ticket: {
      customerId,
      type: 'complaint',
      department: 'care',
      priority: 'p2',
      subject: 'Kuota tidak masuk',
      channel: 'call_in',
    },
  } as const
}

/** Everything that the customer's screen ever shows, from now on. */
function watch(desk: TestDesk, customerId: string) {
  const door = doorOf(desk.inside())
  const seen = { views: [] as (CustomerView | null)[], timelines: [] as (readonly TimelineEntry[])[] }
  const stops = [
    door.watch('customer', [customerId], (view) => seen.views.push(view)),
    door.watch('timelineOf', [customerId, 200], (entries) => seen.timelines.push(entries)),
  ]
  return { ...seen, stop: () => stops.forEach((stop) => stop()) }
}

function expectWhole({ views, timelines }: ReturnType<typeof watch>): void {
  for (const view of views) expect(view?.openTickets ?? 0).toBe(view?.contacts30Days ?? 0)
  for (const entries of timelines) {
    const opened = entries.flatMap((each) => (each.kind === 'ticket' ? [each.event.ticketId] : []))
    const named = entries.flatMap((each) => (each.kind === 'contact' ? each.contact.ticketIds : []))
    expect(opened.toSorted()).toEqual(named.toSorted())
  }
}

for (const storage of ['memory', 'disk'] as const) {
  test(`[C7][O1] (H15) on ${storage}, neither the author’s screen nor a colleague’s ever shows a contact without its ticket`, async () => {
    await using hq = await kendari()
    await using one = await testDesk(hq, { ...ani, storage })
    await using two = await testDesk(hq, { centreId: 'KDI', username: 'budi', seed: 2, storage })
    const { customerId } = await one.must('registerCustomer', person('Siti'))
    await settled(one)
    await settled(two)
    const screens = [watch(one, customerId), watch(two, customerId)]
    for (let call = 0; call < calls; call++) {
      await one.must('closeContact', closing(one, customerId))
      one.clock.pass(1_000)
      // Pages of one call and of several, beside a capture and after it.
      if (call % 3 !== 0) await Promise.all([one.sync(), two.sync()])
    }
    await settled(one)
    await settled(two)
    const whole = { openTickets: calls, contacts30Days: calls }
    for (const desk of [one, two])
      await desk.until('customer', [customerId], (view) => view?.openTickets === calls)
    for (const screen of screens) {
      screen.stop()
      expect(screen.views.at(-1)).toMatchObject(whole)
      expect(screen.views.length).toBeGreaterThan(4)
      expectWhole(screen)
    }
  })
}

test('[C7][O1][P5] (H15) calls that headquarters has lost go with their tickets', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  for (let call = 0; call < 3; call++) await desk.must('closeContact', closing(desk, customerId))
  await settled(desk)
  const lost = await hq.database.query<{ id: string }>(
    `select id from document where collection in ('contacts', 'tickets', 'ticketEvents')`,
  )
  const screen = watch(desk, customerId)
  await vanish(
    hq,
    lost.map(({ id }) => id),
  )
  await prove(desk)
  await desk.until('customer', [customerId], (view) => view?.openTickets === 0)
  screen.stop()
  expect(screen.views[0]).toMatchObject({ openTickets: 3, contacts30Days: 3 })
  expect(screen.views.at(-1)).toMatchObject({ openTickets: 0, contacts30Days: 0 })
  expectWhole(screen)
})

test('[O1][F2] (H15) whoever reads headquarters while calls are closed, by pages of any size, finds no contact without its ticket', async () => {
  await using cluster = await postgresql()
  await using hq = await headquarters({ url: await cluster.createDatabase() })
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  const writers = await Promise.all([1, 2, 3].map(() => hq.desk('KDI', 'ani')))
  const reader = await hq.desk('KDI', 'ani')
  const state = { done: false }
  const write = async (desk: (typeof writers)[number]) => {
    const { label } = desk.enrolment
    for (let n = 0; n < 60; n++)
      await desk.send(
        desk.operation(
          stepOf('openTicket', ticket(`${label}-t${n}`, label)),
          stepOf('recordContact', contact(`${label}-k${n}`, { ticketIds: [`${label}-t${n}`] })),
        ),
      )
  }
  /** Follows the feed and looks at what it holds after each page. */
  const follow = async (limit: number) => {
    const tickets = new Set<string>()
    const contacts = new Map<string, readonly string[]>()
    const looks = { count: 0 }
    for (let after = beginning; ;) {
      const last = state.done
      const page = await reader.page('c:KDI', after, limit)
      for (const { collection, put } of page.changes) {
        if (collection === 'tickets') tickets.add(put?.id ?? '')
        if (collection === 'contacts')
          contacts.set(put?.id ?? '', (put as unknown as { ticketIds: string[] }).ticketIds)
      }
      expect([...contacts].filter(([, ids]) => !ids.every((id) => tickets.has(id)))).toEqual([])
      looks.count += 1
      after = page.checkpoint
      if (last && !page.more && page.changes.length === 0)
        return { looks: looks.count, contacts: contacts.size }
    }
  }
  const following = [1, 2, 7, 500].map(follow)
  await Promise.all(writers.map(write))
  state.done = true
  for (const { looks, contacts } of await Promise.all(following)) {
    expect(contacts).toBe(180)
    expect(looks).toBeGreaterThan(2)
  }
})

test('[C2][C7] while the journal’s disk hangs every screen is answered; then the work is there, in one answer', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  desk.line.cut()
  const { journal } = desk.inside().core.machine
  if (journal === undefined) throw new Error('this desk has no journal')
  const [asked, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const append = journal.append.bind(journal)
  Object.assign(journal, {
    append: async (entry: Parameters<typeof append>[0]) => {
      asked.resolve()
      await over.promise
      await append(entry)
    },
  })
  const screen = watch(desk, customerId)
  await desk.until('timelineOf', [customerId, 200], (entries) => entries.length === 0)
  const closed = desk.run('closeContact', closing(desk, customerId))
  await asked.promise
  expect(await desk.ask('customer', customerId)).toMatchObject({ contacts30Days: 0 })
  expect(await desk.ask('ticketsOf', customerId)).toEqual([])
  over.resolve()
  expect(await closed).toMatchObject({ ok: true })
  screen.stop()
  expect(screen.timelines.map((entries) => entries.length)).toEqual([0, 2])
  expectWhole(screen)
})
