import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { isPassword } from '#sync-server/auth/passwords.ts'
import { csvLine } from '#domain/csv-line.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { credentialOf } from '#sync-server/storage/credentials.ts'
import { addDevice } from '#sync-server/storage/devices.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { peopleOf } from '#sync-server/storage/hq-people.ts'
import { staffOf } from '#sync-server/storage/people.ts'
import { smallWorld } from '#tests/unit/world/small-world.ts'
import { hqDesk, type HqDesk } from './hq-desk.ts'
import { customer } from './payloads.ts'

const held: { hq?: HqDesk } = {}
const hq = () => {
  if (held.hq === undefined) throw new Error('not begun')
  return held.hq
}
beforeAll(async () => {
  held.hq = await hqDesk()
  await hq().run(
    'centre',
    'add',
    'kdi',
    '--name',
    'Loket Kendari',
    '--city',
    'Kendari',
    '--zone',
    'WITA',
    '--link',
    'sometimes',
  )
})
afterAll(() => held.hq?.[Symbol.asyncDispose]())

describe('the command line of headquarters', () => {
  it('helps without a database', async () => {
    expect((await hq().run()).out).toContain('npm run hq -- device code')
    expect((await hq().run('import', '--help')).out).toContain('--dry-run')
    expect(await hq().run('centre', 'burn')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('“centre burn”') as unknown,
    })
  })

  it('adds a centre once and lists it', async () => {
    expect((await hq().run('centre', 'list')).out).toMatch(/KDI\s+Loket Kendari\s+WITA\s+1\b/)
    expect((await hq().run('centre', 'add', 'KDI', '--name', 'x', '--city', 'x', '--zone', 'WITA')).err).toBe(
      'The centre KDI exists already.',
    )
    expect(
      (await hq().run('centre', 'add', 'AMQ', '--name', 'x', '--city', 'x', '--zone', 'GMT')).err,
    ).toMatch(/one of WIB, WITA, WIT/)
    expect((await hq().run('centre', 'add', 'AMQ', '--name', 'x')).err).toBe('--city is missing.')
  })

  it('adds a user whose password is shown once, and ends the access', async () => {
    const { exit, out } = await hq().run(
      'user',
      'add',
      'Sari',
      '--name',
      'Sari Dewi',
      '--role',
      'agent',
      '--centre',
      'KDI',
    )
    const password = /now: (\S+)/.exec(out)?.[1] ?? ''
    const credential = await credentialOf(hq().database, 'sari')
    expect(exit).toBe(0)
    expect(await isPassword(credential?.passwordHash, password)).toBe(true)
    expect(await staffOf(hq().database, credential?.staffId ?? '')).toMatchObject({
      name: 'Sari Dewi',
      role: 'agent',
      centreId: 'KDI',
    })
    expect(
      (await hq().run('user', 'add', 'sari', '--name', 'x', '--role', 'agent', '--centre', 'KDI')).err,
    ).toMatch(/is taken/)
    expect((await hq().run('user', 'skills', 'sari', '--skills', 'billing, network')).out).toMatch(
      /billing, network/,
    )
    const people = await peopleOf(hq().database)
    expect(people.find(({ code }) => code === 'sari')?.skills).toEqual(['billing', 'network'])
    expect((await hq().run('user', 'skills', 'nobody', '--skills', 'billing')).err).toMatch(/no active user/)
    expect((await hq().run('user', 'deactivate', 'sari')).exit).toBe(0)
    expect(await staffOf(hq().database, credential?.staffId ?? '')).toBeUndefined()
    expect((await hq().run('user', 'list')).out).toMatch(/sari\s+Sari Dewi\s+agent\s+KDI\s+no/)
  })

  it('takes a password from a file, if it is long enough', async () => {
    const add = (file: string) =>
      hq().run(
        'user',
        'add',
        'budi',
        '--name',
        'Budi',
        '--role',
        'branch',
        '--centre',
        'KDI',
        '--password-file',
        file,
      )
    expect((await add(hq().file('short', 'abc\n'))).err).toMatch(/has 3 characters/)
    expect((await add('/nowhere')).err).toMatch(/cannot be read/)
    expect((await add(hq().file('long', 'kata-sandi-panjang\n'))).out).not.toContain('kata')
    expect(
      await isPassword((await credentialOf(hq().database, 'budi'))?.passwordHash, 'kata-sandi-panjang'),
    ).toBe(true)
  })

  it('makes device codes and revokes a desk', async () => {
    expect((await hq().run('device', 'code', '--centre', 'kdi')).out).toMatch(/^KDI-\w{4}-\w{4}$/)
    expect((await hq().run('device', 'code', '--centre', 'XXX')).err).toBe('There is no centre XXX.')
    const device = {
      id: 'd1',
      centreId: 'KDI',
      prefix: 'KDI',
      name: 'Loket 1',
      secretHash: 'x',
      now: hq().clock.now(),
    }
    await addDevice(hq().database, device)
    expect((await hq().run('device', 'revoke', 'kdi1')).exit).toBe(0)
    expect((await hq().run('device', 'list')).out).toMatch(/KDI1\s+KDI\s+Loket 1\s+revoked\s+never/)
    expect((await hq().run('device', 'revoke', 'KDI9')).err).toBe('There is no desk KDI9.')
    await addDevice(hq().database, { ...device, id: 'd2', name: 'Loket 2' })
    expect((await hq().run('device', 'lost', 'KDI2')).out).toContain('wipes itself at its next contact')
    expect((await hq().run('device', 'list')).out).toMatch(/KDI2\s+KDI\s+Loket 2\s+lost/)
  })

  it('[G1] moves a customer to another centre by the code that people are told', async () => {
    await hq().run('centre', 'add', 'MKS', '--name', 'Makassar', '--city', 'Makassar', '--zone', 'WITA')
    const write = (id: string, home: string, more: Partial<Customer> = {}) =>
      hq().database.transaction((tx) =>
        commitWrites(
          tx,
          [
            {
              placed: [
                { collection: 'customers', record: customer(id, home, more), partitions: [`c:${home}`] },
              ],
            },
          ],
          { now: 1, newCommitId: () => hq().clock.newId() },
        ),
      )
    await write('moving', 'KDI')
    await write('alias', 'MKS', { mergedInto: 'moving' })
    const move = (code: string, to: string) => hq().run('customer', 'move', code, '--to', to)
    expect(await move('C-moving', 'mks')).toMatchObject({ exit: 0, err: '' })
    expect(await recordOf(hq().database, 'customers', 'moving')).toMatchObject({
      homeCentreId: 'MKS',
      rev: 2,
    })
    const feeds = await hq().database.query(
      `select partition, op from feed where doc_id = 'moving' order by partition`,
    )
    expect(feeds).toEqual([
      { partition: 'c:KDI', op: 'left' },
      { partition: 'c:MKS', op: 'put' },
    ])
    expect(await move('C-moving', 'MKS')).toMatchObject({ exit: 0 })
    expect(await recordOf(hq().database, 'customers', 'moving')).toMatchObject({ rev: 2 })
    expect((await move('C-moving', 'XXX')).err).toBe('There is no centre XXX.')
    expect((await move('C-nobody', 'MKS')).err).toBe('There is no customer C-nobody.')
    expect((await move('C-alias', 'MKS')).err).toMatch(/stands for another customer/)
  })

  it('[G4] trims the history of the feeds, but never below the month in which work is sent again', async () => {
    expect((await hq().run('trim', '--days', '30')).err).toMatch(/31 or more/)
    hq().clock.advance(500 * 86_400_000)
    const trimmed = await hq().run('trim')
    expect(trimmed).toMatchObject({ exit: 0 })
    expect(Number(/^(\d+) places/.exec(trimmed.out)?.[1])).toBeGreaterThan(0)
    expect((await hq().run('trim')).out).toMatch(/^0 places and 0 departures/)
    expect(
      await hq().database.query(
        'select 1 from partition p where not exists (select 1 from partition_commit c where c.partition = p.id and c.seq = p.seq)',
      ),
    ).toEqual([])
  })

  it('exports what a centre holds, without identity data', async () => {
    const placed = [...smallWorld('export', 30).recordsOf('AMQ')].map((each) => ({
      ...each,
      partitions: ['c:KDI'],
    }))
    await hq().database.transaction((tx) =>
      commitWrites(tx, [{ placed }], { now: 1, newCommitId: () => hq().clock.newId() }),
    )
    const out = join(hq().file('x', ''), '..', 'out.csv')
    const readBack = (): Record<string, string>[] => parse(readFileSync(out, 'utf8'), { columns: true })
    for (const collection of ['customers', 'tickets', 'contacts'] as const) {
      const many = placed.filter((each) => each.collection === collection).length
      expect((await hq().run('export', collection, '--centre', 'KDI', '--out', out)).out).toMatch(
        new RegExp(`^${many} ${collection} of KDI`),
      )
      expect(readBack()).toHaveLength(many)
    }
    await hq().run('export', 'customers', '--centre', 'KDI', '--out', out)
    const restricted = ['nikHash', 'nikLast4', 'birthDate', 'addressLine']
    expect(Object.keys(readBack()[0] ?? {}).filter((name) => restricted.includes(name))).toEqual([])
    expect((await hq().run('export', 'customers', '--centre', 'KDI', '--out', '/nowhere/x.csv')).err).toMatch(
      /cannot be written/,
    )
  })

  it('writes CSV that no spreadsheet runs', () => {
    expect(csvLine(['=1+1', '@x', '-cmd', '+628171234567', '-5', 'a,b', 'say "x"', 'two\nlines'])).toBe(
      `'=1+1,'@x,'-cmd,+628171234567,-5,"a,b","say ""x""","two\nlines"`,
    )
  })
})
