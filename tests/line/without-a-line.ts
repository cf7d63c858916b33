import 'fake-indexeddb/auto'
import { Observable, filter, firstValueFrom } from 'rxjs'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import type { JournalEntry } from '#electron/shared/bridge.ts'
import type { AnyRecord, CollectionName, RecordOf } from '#domain/entities.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { afterReally } from '#renderer/data/after-really.ts'
import { doorOf } from '#renderer/data/door.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { packed } from '#renderer/data/packed.ts'
import { scan, type Replica } from '#renderer/data/replica.ts'
import type { Staff } from '#tests/world/people/make-staff.ts'
import { testMachine } from '#tests/sync/test-machine.ts'
import { places } from '#tests/world/places/places.ts'
import { Random } from '#tests/world/random.ts'
import { workADay, type Must, type Served } from './a-day.ts'

export interface DaySettings {
  readonly url: string
  readonly code: string
  readonly username: string
  readonly password: string
  readonly contacts: number
  readonly tickets: number
  /** When the day's work is done: the line may come back before the desk ends. */
  readonly evening?: (desk: Desk, lineIsBack: () => void) => Promise<void>
}

/** What a desk leaves on its PC after a day without a line: its small texts, and everything unsent in its journal. */
export interface LeftBehind {
  readonly texts: Readonly<Record<string, string>>
  readonly entries: readonly JournalEntry[]
}

/**
 * A desk without a screen enrols, fills its replica, loses the line and works a whole day: the real data folder on
 * memory. Another desk that is given what it leaves behind is this desk after a start.
 */
export async function dayWithoutALine(settings: DaySettings): Promise<LeftBehind> {
  const machine = testMachine()
  const line = { up: true }
  const name = `day-${Math.random()}`
  const opened = await openDesk({
    name,
    storage: getRxStorageMemory() as never,
    openLocal: () => openLocalStore(`${name}-local`),
    link: httpLink(
      packed(async (path, init) => {
        if (!line.up) throw new Error('no line')
        return fetch(settings.url + path, init)
      }),
    ),
    machine,
    around: {
      now: Date.now,
      newId: () => newIdFrom(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count))),
      random: Math.random,
      after: afterReally,
      passwordRounds: 1,
    },
    clientVersion: 'line',
  })
  const { desk } = opened
  const door = doorOf(desk)
  const must: Must = async (name, request) => {
    const done = await door.run(name, request)
    if (!done.ok) throw new Error(`${name} was refused: ${done.problem}`)
    return done.value
  }
  await must('enrol', { code: settings.code, name: 'Loket 1' })
  await must('signIn', settings)
  await firstValueFrom(
    new Observable<boolean>((observer) => door.watch('sync', [], ({ ready }) => observer.next(ready))).pipe(
      filter((ready) => ready),
    ),
  )
  line.up = false
  await workADay(
    new Random('a day'),
    {
      contacts: settings.contacts,
      tickets: settings.tickets,
      served: await servedBy(desk.core.replica),
      staff: staffAt(desk),
      districts: places.find(({ code }) => code === 'KDI')?.districts ?? [],
      openedAt: Date.now() - 9 * 3_600_000,
    },
    must,
  )
  await settings.evening?.(desk, () => (line.up = true))
  await opened.close()
  return { texts: Object.fromEntries(machine.texts), entries: machine.entries }
}

function staffAt({ sessions, core }: Desk): Staff {
  const person = sessions.person.value
  const centre = core.enrolment.value?.centre
  if (person === undefined || centre === undefined) throw new Error('nobody is at this desk')
  return { ...person, centreId: centre.id, skills: [] }
}

async function servedBy(replica: Replica): Promise<Served[]> {
  const subscriptions = await all(replica, 'subscriptions')
  return (await all(replica, 'customers')).map((customer) => ({
    customer,
    subscriptions: subscriptions.filter(({ customerId }) => customerId === customer.id),
  }))
}

async function all<C extends CollectionName>(replica: Replica, collection: C): Promise<RecordOf<C>[]> {
  const records: AnyRecord[] = []
  for await (const some of scan(replica, collection)) records.push(...some)
  return records as RecordOf<C>[]
}
