import 'fake-indexeddb/auto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { RxStorage } from 'rxdb/plugins/core'
import { encodeLine, type JournalLine } from '#electron/main/journal-lines.ts'
import { JournalFile } from '#electron/main/journal.ts'
import { entities } from '#domain/entities.ts'
import type { Item } from '#domain/item/item.ts'
import type { Operation } from '#domain/sync/operation.ts'
import type { Enrolment } from '#domain/sync/session.ts'
import { systemClock } from '#sync-server/clock.ts'
import type { Queries, QueryName } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { password, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { wireWorld } from '#tests/server/wire/world.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { injectedLine } from '#tests/sync/injected-link.ts'
import { putBack, type Profile } from '#tests/sync/profile/profile.ts'
import { testMachine } from '#tests/sync/test-machine.ts'

const text = readFileSync(join(import.meta.dirname, 'fixtures/console-1.json'), 'utf8')
const year = 365 * 86_400_000

/** The recorded console as it would be had it been enrolled at this headquarters. */
function profileOf({ deviceId, deviceSecret }: Enrolment): Profile {
  return JSON.parse(
    text.replaceAll('{{deviceId}}', deviceId).replaceAll('{{deviceSecret}}', deviceSecret),
  ) as Profile
}

/** Its journal with the sums of its lines, which the device's id changed. */
function journalOf(profile: Profile): string {
  const lines = profile.journal.split('\n').filter((line) => line !== '')
  return lines.map((line) => encodeLine(JSON.parse(line.slice(9)) as JournalLine)).join('')
}

const rowsOf = (profile: Profile, collection: string): Record<string, unknown>[] =>
  profile.databases
    .find(({ name }) => name.endsWith(`--${collection}`))
    ?.stores.find(({ name }) => name === 'docs')
    ?.rows.map(({ value }) => value as Record<string, unknown>) ?? []

/** A headquarters that knows what the console knew: its customers and the item that it decided about. */
async function headquartersOf(profileText: string): Promise<TestHeadquarters> {
  const hq = await wireWorld(() => systemClock.newId())
  const shadow = rowsOf(JSON.parse(profileText) as Profile, 'shadows').find(({ of }) => of === 'items')
  if (shadow === undefined) throw new Error('no item was recorded')
  await hq.write([{ collection: 'items', record: shadow['record'] as Item }], 'c:KDI')
  return hq
}

interface Opened extends AsyncDisposable {
  readonly door: Door
  readonly clock: FakeClock
  readonly line: ReturnType<typeof injectedLine>
  ask<N extends QueryName>(name: N, ...args: Parameters<Queries[N]>): Promise<ReturnType<Queries[N]>>
  readonly rounds: () => Promise<void>
}

/** Today's console on what the old one left, in a realm of its own. */
async function open(
  hq: TestHeadquarters,
  profile: Profile,
  later: number,
  journalFile: JournalFile,
  storage: (real: RxStorage<unknown, unknown>) => RxStorage<unknown, unknown> = (real) => real,
): Promise<Opened> {
  vi.resetModules()
  const { openDesk } = await import('#renderer/data/open-desk.ts')
  const { doorOf } = await import('#renderer/data/door.ts')
  const { replicaStorage } = await import('#renderer/data/storage/replica-storage.ts')
  const { openLocalStore } = await import('#renderer/data/local-store.ts')
  const clock = new FakeClock(profile.at + later)
  hq.clock.advance(clock.now() - hq.clock.now())
  const line = injectedLine(() => hq.app)
  const machine = { ...testMachine(), journal: journalFile }
  for (const [key, value] of Object.entries(profile.texts)) machine.keep.set(key, value)
  const opened = await openDesk({
    name: profile.name,
    storage: storage(replicaStorage()),
    openLocal: () => openLocalStore(`${profile.name}-local`),
    link: line.link,
    machine,
    around: surroundings(clock, 7),
    clientVersion: '2.0.0',
  })
  const { desk } = opened
  const door = doorOf(desk)
  return {
    door,
    clock,
    line,
    ask: (name, ...args) =>
      new Promise((resolve) => {
        const stop = door.watch(name, args, (answer) => {
          queueMicrotask(() => stop())
          resolve(answer)
        })
      }),
    rounds: async () => {
      for (let round = 0; round < 8; round++) {
        await desk.conductor.syncNow()
        clock.pass(30_000)
      }
    },
    [Symbol.asyncDispose]: () => opened.close(),
  }
}

async function withProfile(
  work: (hq: TestHeadquarters, profile: Profile, journal: JournalFile) => Promise<void>,
  withDatabases = true,
): Promise<void> {
  await using hq = await headquartersOf(text)
  const profile = profileOf(await hq.enrol('KDI'))
  const folder = mkdtempSync(join(tmpdir(), 'loket-old-'))
  writeFileSync(join(folder, 'journal.jsonl'), journalOf(profile))
  const journal = await JournalFile.open(folder)
  try {
    if (withDatabases) await putBack(profile.databases)
    await work(hq, profile, journal)
  } finally {
    await journal.close()
    rmSync(folder, { recursive: true })
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
  }
}

const unsent = [
  'registerCustomer',
  'openTicket+recordContact',
  'changeContactDetails',
  'amendCustomer',
  'decideItem',
]

test('[V8] a console opens what an older one left: every record, the unsent work, the parked work and the draft are there without a line', async () => {
  await withProfile(async (hq, profile, journal) => {
    await using desk = await open(hq, profile, 60_000, journal)
    desk.line.cut()
    expect(entities.items.version).toBeGreaterThan(0)
    expect(await desk.door.run('signIn', { username: 'ani', password })).toEqual({ ok: true, value: null })
    const rows = await desk.ask('outbox', 50)
    expect(rows.filter(({ state }) => state === 'waiting').map(({ kinds }) => kinds.join('+'))).toEqual(
      unsent,
    )
    expect(rows.filter(({ state }) => state === 'parked')).toMatchObject([
      { kinds: ['registerCustomer'], tries: 5 },
    ])
    expect(await desk.ask('draft', 'contact')).toBe('setengah jadi')
    expect(await desk.ask('customer', 'c2')).toMatchObject({
      customer: { city: 'Kendari', pinnedNote: 'Suka WA' },
      state: 'saved_here',
    })
    // The item was decided here and headquarters does not know it yet: both stand.
    const [item] = await desk.ask('items', 'decided', 5)
    const [old] = rowsOf(profile, 'items')
    expect(item).toMatchObject({ id: old?.['id'], decision: 'take_mine', fields: old?.['fields'] })
    expect(await desk.ask('search', 'rahma', 5)).toMatchObject({
      searched: rowsOf(profile, 'customers').length,
    })
  })
})

test('[V3][V8] (H10) a year later all of it is taken: headquarters understands what the old console said', async () => {
  await withProfile(async (hq, profile, journal) => {
    await using desk = await open(hq, profile, year, journal)
    expect(await desk.door.run('signIn', { username: 'ani', password })).toEqual({ ok: true, value: null })
    const before = await desk.ask('outbox', 50)
    await desk.rounds()
    for (const { opId, kinds } of before.filter(({ state }) => state !== 'attention')) {
      const [row] = await hq.database.query<{ result: string }>(
        'select result from operation where op_id = $1',
        [opId],
      )
      expect([kinds, JSON.parse(row?.result ?? '{}')]).toMatchObject([
        kinds,
        { outcome: expect.stringMatching(/accepted|merged/) as string },
      ])
    }
    expect(await recordOf(hq.database, 'customers', 'c2')).toMatchObject({
      city: 'Kendari',
      pinnedNote: 'Suka WA',
    })
    expect(await recordOf(hq.database, 'customers', 'c1')).toMatchObject({ phone: '+628171000111' })
    // The parked one too: this headquarters is not the one that stumbled.
    expect(await desk.ask('sync')).toMatchObject({ ready: true, waiting: 0, parked: 0 })
    expect((await journal.read()).entries).toEqual([])
  })
})

test('[V3] the journal alone is enough: its old operations are put back into a new database and taken', async () => {
  await withProfile(async (hq, profile, journal) => {
    const kept = (await journal.read()).entries.map(({ operation }) => JSON.parse(operation) as Operation)
    expect(kept.map(({ steps }) => steps.map(({ kind, v }) => `${kind} ${v}`).join('+'))).toContain(
      'decideItem 1',
    )
    await using desk = await open(hq, profile, year, journal)
    await desk.door.run('signIn', { username: 'ani', password })
    expect((await desk.ask('outbox', 50)).map(({ opId }) => opId)).toEqual(kept.map(({ opId }) => opId))
    await desk.rounds()
    const taken = await hq.database.query<{ op_id: string }>('select op_id from operation')
    expect(taken.map((row) => row.op_id)).toEqual(expect.arrayContaining(kept.map(({ opId }) => opId)))
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  }, false)
})

test('[V8] a migration that was cut by a kill goes on with the next start', async () => {
  await withProfile(async (hq, profile, journal) => {
    const failing = { left: 1 }
    const cut = (real: RxStorage<unknown, unknown>): RxStorage<unknown, unknown> => ({
      ...real,
      async createStorageInstance(params) {
        const instance = await real.createStorageInstance(params)
        const write = instance.bulkWrite.bind(instance)
        if (params.collectionName === 'items' && params.schema.version === 1)
          instance.bulkWrite = (...given) =>
            failing.left-- > 0 ? Promise.reject(new Error('killed')) : write(...given)
        return instance
      },
    })
    await expect(open(hq, profile, 60_000, journal, cut)).rejects.toThrow()
    await using desk = await open(hq, profile, 60_000, journal)
    desk.line.cut()
    await desk.door.run('signIn', { username: 'ani', password })
    expect(await desk.ask('items', 'decided', 5)).toMatchObject([{ id: rowsOf(profile, 'items')[0]?.['id'] }])
    expect((await desk.ask('outbox', 50)).filter(({ state }) => state === 'waiting')).toHaveLength(
      unsent.length,
    )
  })
})
