import type { DiskRoom } from '#electron/shared/bridge.ts'
import { Observable, filter, firstValueFrom } from 'rxjs'
import { vi } from 'vitest'
import type { Commands, CommandName, Queries, QueryName } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { password, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { injectedLine, type Line, type LineFaults } from '#tests/sync/injected-link.ts'
import { testMachine, type TestMachine } from '#tests/sync/test-machine.ts'

/** A whole console without its screens: the real data folder, on memory, joined to a headquarters by a function call. */
export interface TestDesk extends AsyncDisposable {
  readonly line: Line
  readonly clock: FakeClock
  readonly machine: TestMachine
  readonly inside: () => Desk
  run<N extends CommandName>(name: N, request: Parameters<Commands[N]>[0]): Promise<ReturnType<Commands[N]>>
  /** Like `run`, and fails the test when the command is refused. */
  must<N extends CommandName>(
    name: N,
    request: Parameters<Commands[N]>[0],
  ): Promise<Extract<ReturnType<Commands[N]>, { ok: true }>['value']>
  ask<N extends QueryName>(name: N, ...args: Parameters<Queries[N]>): Promise<ReturnType<Queries[N]>>
  /** Waits until the answer is as wanted. */
  until<N extends QueryName>(
    name: N,
    args: Parameters<Queries[N]>,
    wanted: (answer: ReturnType<Queries[N]>) => boolean,
  ): Promise<ReturnType<Queries[N]>>
  sync(): Promise<void>
  /** Ends without a word and starts again on what is on the disk; `losing` says which stores are gone. */
  restart(losing?: 'database'): Promise<void>
  /** The same, and nobody signs in. */
  reopen(losing?: 'database'): Promise<void>
}

export interface TestDeskOptions {
  readonly centreId: string
  readonly username: string
  readonly seed?: number
  readonly faults?: LineFaults
  /** `disk` is the storage of the product, over fake-indexeddb; slower. */
  readonly storage?: 'memory' | 'disk'
  /** How much room there is on the disk. */
  readonly room?: () => Promise<DiskRoom>
}

type Realm = Awaited<ReturnType<typeof freshRealm>>
/** Loading one takes a second: one whose desk is closed serves the next. */
const spare: Realm[] = []

/** A PC of its own: RxDB's free version opens thirteen collections in one realm, and every desk has twelve. */
async function freshRealm() {
  vi.resetModules()
  const { openDesk } = await import('#renderer/data/open-desk.ts')
  const { doorOf } = await import('#renderer/data/door.ts')
  const { openLocalStore } = await import('#renderer/data/local-store.ts')
  const { getRxStorageMemory } = await import('rxdb/plugins/storage-memory')
  const { replicaStorage } = await import('#renderer/data/storage/replica-storage.ts')
  const storages = {
    memory: () => getRxStorageMemory(),
    disk: replicaStorage,
  }
  return { openDesk, doorOf, openLocalStore, storages }
}

export async function testDesk(
  hq: TestHeadquarters,
  { centreId, username, seed = 1, faults = {}, storage = 'memory', room }: TestDeskOptions,
): Promise<TestDesk> {
  const realm = spare.pop() ?? (await freshRealm())
  const { openDesk, doorOf, openLocalStore, storages } = realm
  const clock = new FakeClock(hq.clock.now())
  const machine = Object.assign(testMachine(), room === undefined ? {} : { diskRoom: room })
  const line = injectedLine(() => hq.app, faults, clock)
  const disk = {
    storage: storages[storage]() as unknown,
    name: `desk-${centreId}-${username}-${seed}-${Math.random()}`,
  }
  const open = async () =>
    openDesk({
      ...disk,
      storage: disk.storage as never,
      openLocal: () => openLocalStore(`${disk.name}-local`),
      link: line.link,
      machine,
      around: surroundings(clock, seed),
      clientVersion: 'test',
    })
  const now = { opened: await open() }

  const desk: TestDesk = {
    line,
    clock,
    machine,
    inside: () => now.opened.desk,
    run: (name, request) => doorOf(now.opened.desk).run(name, request),
    async must(name, request) {
      const done = await desk.run(name, request)
      if (!done.ok) throw new Error(`${name} was refused: ${done.problem}`)
      return done.value
    },
    ask: (name, ...args) => desk.until(name, args, () => true),
    until: (name, args, wanted) =>
      firstValueFrom(answers(doorOf(now.opened.desk), name, args).pipe(filter(wanted))),
    async sync() {
      await now.opened.desk.conductor.syncNow()
    },
    async restart(losing) {
      await desk.reopen(losing)
      await desk.must('signIn', { username, password })
    },
    async reopen(losing) {
      await now.opened.close()
      if (losing === 'database') {
        disk.storage = storages[storage]()
        disk.name = `${disk.name}-anew`
      }
      now.opened = await open()
    },
    async [Symbol.asyncDispose]() {
      await now.opened.close()
      spare.push(realm)
    },
  }
  await desk.must('enrol', { code: await hq.deviceCode(centreId), name: 'Loket 1' })
  await desk.must('signIn', { username, password })
  await desk.sync()
  return desk
}

function answers<N extends QueryName>(door: Door, name: N, args: Parameters<Queries[N]>) {
  return new Observable<ReturnType<Queries[N]>>((observer) =>
    door.watch(name, args, (answer) => observer.next(answer)),
  )
}
