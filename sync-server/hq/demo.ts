import { hashPassword } from '#sync-server/auth/passwords.ts'
import type { Desk } from '#sync-server/hq/desk.ts'
import type { DemoNotes, DemoPerson } from '#sync-server/hq/demo-notes.ts'
import { signRelease } from '#sync-server/release-key.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { setCredential } from '#sync-server/storage/credentials.ts'
import type { Database, Placed, Sql } from '#sync-server/storage/database.ts'
import { setDemoNotes } from '#sync-server/storage/hq-demo.ts'
import { keysOf, type Keys } from '#sync-server/storage/meta.ts'

const password = 'loket-demo'

/** The made-up operator in one transaction: a start that was stopped in the middle begins anew. */
export async function seedDemo(database: Database, { clock, err }: Desk): Promise<DemoNotes> {
  err('Making the made-up operator, some seconds …')
  const world = await worldOf(await keysOf(database), clock.now())
  const passwordHash = await hashPassword(password)
  return database.transaction(async (tx) => {
    const tally = new Map<string, number>()
    const options = { now: clock.now(), newCommitId: () => clock.newId() }
    // One step of its feed for each centre; the global feed last, because feeds are locked in the order of their names.
    for (const { code } of world.places.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
      await commitWrites(tx, [{ placed: counted([...world.recordsOf(code)], tally) }], options)
    const everywhere = { partitions: ['global'] }
    const reference = world.reference.map((record): Placed => ({
      collection: 'reference',
      record,
      ...everywhere,
    }))
    const catalogue = world.catalogue.map((record): Placed => ({
      collection: 'catalogue',
      record,
      ...everywhere,
    }))
    await commitWrites(tx, [{ placed: [...reference, ...catalogue] }], options)
    await giveCredentials(tx, world.staff, passwordHash)
    const count = (collection: string) => tally.get(collection) ?? 0
    const notes: DemoNotes = {
      people: shown(world.staff),
      codes: [],
      counts: {
        centres: world.places.length,
        customers: count('customers'),
        tickets: count('tickets'),
        contacts: count('contacts'),
      },
    }
    await setDemoNotes(tx, JSON.stringify(notes))
    return notes
  })
}

/** The one place where code that ships asks for the tests' world, and only when somebody asks for a demo. */
async function worldOf(keys: Keys, now: number) {
  const { makeWorld } = await import('#tests/world/make-world.ts')
  return makeWorld({
    seed: 'loket',
    now,
    centres: 6,
    customersPerCentre: 100,
    customersAt: { KDI: 400 },
    monthsOfHistory: 6,
    nikKey: Buffer.from(keys.nik_key, 'hex'),
    sign: (release, offerings) => signRelease(keys.release_seed, release, offerings),
  })
}

function counted(placed: readonly Placed[], tally: Map<string, number>): readonly Placed[] {
  for (const { collection } of placed) tally.set(collection, (tally.get(collection) ?? 0) + 1)
  return placed
}

type Staff = Omit<DemoPerson, 'password'> & { readonly id: string }

/** Everybody has the demo's password, also those who are not shown. */
async function giveCredentials(tx: Sql, staff: readonly Staff[], passwordHash: string): Promise<void> {
  for (const { id, username } of staff) await setCredential(tx, { staffId: id, username, passwordHash })
}

/** One of each role at the demo's main centre, and one admin. */
function shown(staff: readonly Staff[]): DemoPerson[] {
  const places = [
    ['agent', 'KDI'],
    ['branch', 'KDI'],
    ['supervisor', 'KDI'],
    ['admin', 'HQ'],
  ] as const
  return places.flatMap(([role, centreId]) => {
    const found = staff.find((each) => each.role === role && each.centreId === centreId)
    return found === undefined
      ? []
      : [{ username: found.username, password, role, centreId, name: found.name }]
  })
}
