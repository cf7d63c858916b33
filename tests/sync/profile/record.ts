import 'fake-indexeddb/auto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filter, firstValueFrom, Observable } from 'rxjs'
import { protocolVersion } from '#domain/sync/session.ts'
import { JournalFile } from '#electron/main/journal.ts'
import type { CommandName, Commands, Queries, QueryName } from '#renderer/data/contract.ts'
import { doorOf } from '#renderer/data/door.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { password } from '#tests/server/headquarters.ts'
import { wireWorld } from '#tests/server/wire/world.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { injectedLine } from '#tests/sync/injected-link.ts'
import { testMachine } from '#tests/sync/test-machine.ts'
import { databasesNow, type Profile } from './profile.ts'

/**
 * Writes down what a console of this version leaves on its PC in the middle of a day without a line, once:
 * `node tests/sync/profile/record.ts` before a schema changes. A recording is history and is never made again.
 */
const path = join(import.meta.dirname, `../fixtures/console-${protocolVersion}.json`)
if (existsSync(path)) throw new Error(`${path} is there already: a recording is never made again`)

await using hq = await wireWorld()
const clock = new FakeClock(hq.clock.now())
const folder = mkdtempSync(join(tmpdir(), 'loket-profile-'))
const journal = await JournalFile.open(folder)
const machine = { ...testMachine(), journal }
const line = injectedLine(() => hq.app, {
  poison: ({ steps }) => steps.some(({ payload }) => payload['name'] === 'Racun'),
})
const name = 'loket'
const opened = await openDesk({
  name,
  storage: replicaStorage(),
  openLocal: () => openLocalStore(`${name}-local`),
  link: line.link,
  machine,
  around: surroundings(clock, 1),
  clientVersion: '1.0.0',
})
const door = doorOf(opened.desk)
async function must<N extends CommandName>(command: N, request: Parameters<Commands[N]>[0]) {
  const answer = await door.run(command, request)
  if (!answer.ok) throw new Error(`${command} was refused: ${answer.problem}`)
  return answer.value as Extract<ReturnType<Commands[N]>, { ok: true }>['value']
}
function until<N extends QueryName>(
  query: N,
  args: Parameters<Queries[N]>,
  wanted: (answer: ReturnType<Queries[N]>) => boolean,
): Promise<ReturnType<Queries[N]>> {
  const answers = new Observable<ReturnType<Queries[N]>>((observer) =>
    door.watch(query, args, (answer) => observer.next(answer)),
  )
  return firstValueFrom(answers.pipe(filter(wanted)))
}

await must('enrol', { code: await hq.deviceCode('KDI'), name: 'Loket 1' })
await must('signIn', { username: 'ani', password })
await must('syncNow', {})
await until('sync', [], ({ ready }) => ready)

// A supervisor was faster: one item.
const supervisor = await hq.desk('KDI', 'sari')
line.cut()
await supervisor.take(
  'changeContactDetails',
  { customerId: 'c1', changes: { phone: '+628171000333' } },
  { phone: '+628171000001' },
)
await must('changeContactDetails', {
  customerId: 'c1',
  changes: { phone: '+628171000111' },
  base: { phone: '+628171000001' },
})
line.restore()
await must('syncNow', {})
const [item] = await until('items', ['open', 5], (items) => items.length === 1)

// One operation over which headquarters stumbles, parked.
await must('registerCustomer', customer('Racun', '+628171000901'))
for (let tries = 0; tries < 6; tries++) {
  await must('syncNow', {}).catch(() => undefined)
  clock.pass(30_000)
}
await until('sync', [], ({ parked }) => parked === 1)

// A day without a line.
line.cut()
const { customerId } = await must('registerCustomer', customer('Siti Rahma', '+628171000101'))
const startedAt = clock.now()
await must('closeContact', {
  contact: {
    customerId,
    channel: 'walk_in',
    direction: 'in',
    startedAt,
    endedAt: startedAt + 90_000,
    handleSeconds: 90,
    verification: 'id_sighted',
    reasonCode: 'KUOTA',
    disposition: 'ticket_created',
    ticketIds: [],
  },
  ticket: {
    customerId,
    type: 'complaint',
    department: 'care',
    priority: 'p2',
    subject: 'Kuota tidak masuk',
    channel: 'walk_in',
  },
})
await must('changeContactDetails', { customerId: 'c2', changes: { city: 'Kendari' }, base: {} })
await must('amendCustomer', { customerId: 'c2', changes: { pinnedNote: 'Suka WA' }, base: {} })
await must('decideItem', { itemId: item?.id ?? '', decision: 'take_mine' })
await must('saveDraft', { key: 'contact', value: 'setengah jadi' })
await opened.close()

const { deviceId, deviceSecret } = JSON.parse(machine.texts.get('enrolment') ?? '{}') as Record<
  string,
  string
>
const profile: Profile = {
  protocol: protocolVersion,
  name,
  at: clock.now(),
  texts: Object.fromEntries(machine.texts),
  journal: readFileSync(join(folder, 'journal.jsonl'), 'utf8'),
  databases: await databasesNow(),
}
const text = JSON.stringify(profile, null, 1)
  .replaceAll(deviceId ?? '', '{{deviceId}}')
  .replaceAll(deviceSecret ?? '', '{{deviceSecret}}')
writeFileSync(path, `${text}\n`)
await journal.close()
rmSync(folder, { recursive: true })

function customer(named: string, phone: string) {
  return {
    kind: 'person',
    provenance: 'provisional',
    segment: 'consumer',
    name: named,
    language: 'id',
    phone,
  } as const
}
