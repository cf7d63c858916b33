import 'fake-indexeddb/auto'
import { Observable, filter, firstValueFrom } from 'rxjs'
import { expect, test } from 'vitest'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import type { Queries, QueryName } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { openInWorker } from '#renderer/data/worker/open-in-worker.ts'
import { serveDesk } from '#renderer/data/worker/serve-desk.ts'
import { password } from '#tests/server/headquarters.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { injectedLine } from '#tests/sync/injected-link.ts'
import { kendari, person } from '#tests/sync/kendari.ts'
import { testMachine } from '#tests/sync/test-machine.ts'
import { ticket } from '#tests/sync/work.ts'

test('[C2][C4] behind the port of a worker a desk works as without: all answers pass, and the window has each counter before its journal is asked', async () => {
  await using hq = await kendari()
  const clock = new FakeClock(hq.clock.now())
  const line = injectedLine(() => hq.app, {}, clock)
  const machine = testMachine()
  const countersAtAppend: string[] = []
  const append = machine.journal?.append.bind(machine.journal)
  Object.assign(machine.journal ?? {}, {
    append: async (entry: never) => {
      countersAtAppend.push(machine.texts.get('lastSeq') ?? 'none')
      await append?.(entry)
    },
  })
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port2.start()
  const closing: (() => Promise<void>)[] = []
  serveDesk(port2, async ({ clientVersion }, lent) => {
    const opened = await openDesk({
      name: 'behind-a-port',
      storage: getRxStorageMemory(),
      openLocal: () => openLocalStore('behind-a-port-local'),
      link: line.link,
      machine: lent,
      around: surroundings(clock, 1),
      clientVersion,
    })
    closing.push(() => opened.close())
    return opened.desk
  })
  const door = await openInWorker(port1, machine, { origin: '', clientVersion: 'test', texts: {} })

  await door.run('enrol', { code: await hq.deviceCode('KDI'), name: 'Loket 1' })
  expect(machine.texts.get('enrolment')).toContain('KDI')
  expect(await door.run('signIn', { username: 'ani', password })).toEqual({ ok: true, value: null })
  expect(await door.run('syncNow', {})).toEqual({ ok: true, value: null })
  const registered = await door.run('registerCustomer', person('Wa Ode Siti'))
  if (!registered.ok) throw new Error(registered.problem)
  const { customerId } = registered.value
  const opened = await door.run('openTicket', {
    ...ticket,
    customerId,
  })
  if (!opened.ok) throw new Error(opened.problem)
  const { ticketId } = opened.value
  expect(countersAtAppend).toEqual(['1', '2'])

  const asked: { readonly [N in QueryName]: Parameters<Queries[N]> } = {
    desk: [],
    priming: [],
    sync: [],
    courier: [],
    outbox: [10],
    items: ['open', 10],
    inbox: ['mine', 10],
    search: ['siti', 10],
    customer: [customerId],
    subscriptionsOf: [customerId],
    ticketsOf: [customerId],
    timelineOf: [customerId, 10],
    ticket: [ticketId],
    threadOf: [ticketId],
    ticketList: ['open', 10],
    day: [],
    ticketIds: ['open', {}],
    ticketRows: ['open', {}, 0, 10],
    mentionsOfMe: [],
    ownViews: [],
    relatedTo: ['nobody'],
    macros: [],
    staff: [],
    centres: [],
    reasons: [],
    resolutions: [],
    catalogue: [],
    releases: [],
    release: ['none'],
    draft: ['none'],
    queue: [],
    services: [],
    everyService: [],
    caller: ['0817 5550 123'],
    missedCalls: [],
    slip: ['ticket', ticketId],
    ordersOf: [customerId],
    paymentsOf: [customerId],
    cash: [],
    articles: ['', 10],
    everyArticle: [],
    article: ['none'],
    noticesFor: [''],
  }
  for (const [name, args] of Object.entries(asked))
    expect(await first(door, name as QueryName, args as never, () => true), name).toBeDefined()
  expect(await first(door, 'search', ['siti', 10], ({ hits }) => hits.length > 0)).toMatchObject({
    hits: [{ name: 'Wa Ode Siti' }],
  })

  // Whoever asks what is asked already has the answer at once.
  const stop = door.watch('desk', [], () => undefined)
  await first(door, 'desk', [], () => true)
  const stages: string[] = []
  door.watch('desk', [], ({ stage }) => stages.push(stage))()
  expect(stages).toEqual(['open'])
  stop()

  expect((await door.run('exportWork', {})).ok).toBe(true)
  await closing[0]?.()
  port1.close()
})

function first<N extends QueryName>(
  door: Door,
  name: N,
  args: Parameters<Queries[N]>,
  wanted: (answer: ReturnType<Queries[N]>) => boolean,
): Promise<ReturnType<Queries[N]>> {
  const answers = new Observable<ReturnType<Queries[N]>>((observer) =>
    door.watch(name, args, (answer) => observer.next(answer)),
  )
  return firstValueFrom(answers.pipe(filter(wanted)))
}
