import type { RxStorage } from 'rxdb/plugins/core'
import type { JournalEntry } from '#electron/shared/bridge.ts'
import type { LocalStore } from '#renderer/data/local-store.ts'
import type { Machine } from '#renderer/data/machine.ts'
import type { Activity } from './activity.ts'
import { Life } from './life.ts'
import type { Realm } from './realms.ts'
import type { Witness } from './witness.ts'

/** Where a desk's replica stands: the product's own storage over fake-indexeddb, or RxDB's memory, which is ten times faster. */
export type Engine = 'memory' | 'disk'

/** What a desk keeps beyond its life: the journal and the small texts always, the replica until Chromium deletes it. */
export class Disk {
  readonly entries: JournalEntry[] = []
  highestSeq = 0
  /** What was written into the journal since somebody looked. */
  readonly appended: JournalEntry[] = []
  /** The texts that are safe from a kill. */
  readonly texts = new Map<string, string>()
  readonly #realm: Realm
  readonly #engine: Engine
  readonly #name: string
  #databases = 0
  #local = new Map<string, unknown>()

  constructor(realm: Realm, engine: Engine, name: string) {
    this.#realm = realm
    this.#engine = engine
    this.#name = name
  }

  get database(): string {
    return `${this.#name}-${this.#databases}`
  }

  /** The unsent work of a revoked PC stands beside its stores, which go at the next start. */
  get isPacked(): boolean {
    return this.texts.get('farewell')?.includes('"packed"') === true
  }

  /** Chromium met a full disk or an older format: the whole database is gone. */
  loseDatabase(): void {
    this.forget()
    this.#databases += 1
    this.#local = new Map()
  }

  /** Lets go of the memory that the replica takes in this process. */
  forget(): void {
    const states = this.#realm.memory.collectionStates
    for (const key of states.keys()) if (key.includes(this.#name)) states.delete(key)
  }

  /** The replica's storage in one life: it counts what it does, fails and dies when told to. */
  storage(life: Life, activity: Activity, witness: Witness): RxStorage<unknown, unknown> {
    const storage: RxStorage<unknown, unknown> =
      this.#engine === 'memory' ? this.#realm.memory : this.#realm.disk()
    return {
      name: storage.name,
      rxdbVersion: storage.rxdbVersion,
      async createStorageInstance(params: never) {
        const instance = await activity.during(() => storage.createStorageInstance(params))
        const bulkWrite = instance.bulkWrite.bind(instance)
        const query = instance.query.bind(instance)
        const findDocumentsById = instance.findDocumentsById.bind(instance)
        const { collectionName } = instance
        return Object.assign(instance, {
          bulkWrite: (...args: Parameters<typeof bulkWrite>) =>
            activity.during(() =>
              life.write(async () => {
                const done = await bulkWrite(...args)
                const refused = new Set(done.error.map(({ documentId }) => documentId))
                const written = args[0].map(({ document }) => document as Readonly<Record<string, unknown>>)
                witness.wrote(
                  collectionName,
                  written.filter(({ id }) => !refused.has(String(id))),
                )
                return done
              }),
            ),
          query: (...args: Parameters<typeof query>) =>
            activity.during(() => life.read(() => query(...args))),
          findDocumentsById: (...args: Parameters<typeof findDocumentsById>) =>
            activity.during(() => life.read(() => findDocumentsById(...args))),
        })
      },
    } as unknown as RxStorage<unknown, unknown>
  }

  /** Checkpoints, progress, drafts. On the disk the real store, so that its transactions are real too. */
  async local(life: Life, activity: Activity): Promise<LocalStore> {
    const store =
      this.#engine === 'disk'
        ? await this.#realm.openLocalStore(`${this.database}-local`)
        : inMemory(this.#local)
    return {
      ...store,
      get: <T>(key: string) => activity.during(() => life.read(() => store.get<T>(key))),
      set: (key, value) => activity.during(() => life.write(() => store.set(key, structuredClone(value)))),
      remove: (key) => activity.during(() => life.write(() => store.remove(key))),
    }
  }

  machine(life: Life, activity: Activity, startAgain: () => void): Machine {
    const kept = new Map(this.texts)
    const commit = () => {
      this.texts.clear()
      for (const [key, text] of kept) this.texts.set(key, text)
    }
    return {
      journal: {
        append: (entry) =>
          activity.during(() =>
            life.write(async () => {
              this.entries.push(entry)
              this.appended.push(entry)
              this.highestSeq = Math.max(this.highestSeq, entry.seq)
            }),
          ),
        read: () => life.read(async () => ({ entries: [...this.entries], highestSeq: this.highestSeq })),
        settle: (opIds) =>
          activity.during(() =>
            life.write(async () => {
              const left = this.entries.filter(({ opId }) => !opIds.includes(opId))
              this.entries.splice(0, this.entries.length, ...left)
            }),
          ),
      },
      keep: {
        get: (key) => kept.get(key),
        // As in the field: what was set is on the disk a little later, and a kill before that takes it back.
        set: (key, text) => {
          life.alive()
          kept.set(key, text)
          life.later(commit)
        },
        forgetAllBut: (keys) => {
          life.alive()
          for (const key of [...kept.keys()].filter((each) => !keys.includes(each))) kept.delete(key)
          life.later(commit)
        },
        stored: () => activity.during(() => life.write(async () => commit())),
      },
      wipe: () => activity.during(() => life.write(async () => void this.entries.splice(0))),
      startAgain,
      diskRoom: async () => 'enough',
    }
  }
}

function inMemory(rows: Map<string, unknown>): LocalStore {
  return {
    get: async <T>(key: string) => rows.get(key) as T | undefined,
    set: async (key, value) => void rows.set(key, value),
    remove: async (key) => void rows.delete(key),
    watch: () => {
      throw new Error('no agent of the simulation looks at drafts')
    },
    close: () => undefined,
  }
}
