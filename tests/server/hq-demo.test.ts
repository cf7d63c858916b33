import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalRelease } from '#domain/catalogue/release.ts'
import { createPublicKey, verify } from 'node:crypto'
import { isPassword } from '#sync-server/auth/passwords.ts'
import { codeHash } from '#sync-server/auth/device-codes.ts'
import type { DemoNotes } from '#sync-server/hq/demo-notes.ts'
import { publicKeyOf } from '#sync-server/release-key.ts'
import { credentialOf } from '#sync-server/storage/credentials.ts'
import { useDeviceCode } from '#sync-server/storage/device-codes.ts'
import { keysOf } from '#sync-server/storage/meta.ts'
import { hqDesk, type HqDesk } from './hq-desk.ts'

const held: { hq?: HqDesk } = {}
const hq = () => {
  if (held.hq === undefined) throw new Error('not begun')
  return held.hq
}
const demo = async () => JSON.parse((await hq().run('demo', '--json')).out) as DemoNotes

describe('the demo', () => {
  beforeAll(async () => {
    held.hq = await hqDesk()
  })
  afterAll(() => held.hq?.[Symbol.asyncDispose]())

  it('fills an empty database and says how to sign in and enrol', async () => {
    const { people, codes, counts } = await demo()
    expect(counts).toMatchObject({ centres: 6, customers: 900 })
    expect(people.map(({ role, centreId }) => `${role} ${centreId}`)).toEqual([
      'agent KDI',
      'branch KDI',
      'supervisor KDI',
      'admin HQ',
    ])
    // The seed is fixed, and the application's tests sign in by these names.
    expect(people.map(({ username }) => username)).toEqual([
      'rahmah.kdi',
      'astawa.kdi',
      'hasna.kdi',
      'wahyu.hq',
    ])
    for (const { username, password } of people)
      expect(await isPassword((await credentialOf(hq().database, username))?.passwordHash, password)).toBe(
        true,
      )
    expect(codes.map(({ centreId }) => centreId)).toEqual(['KDI', 'KDI', 'KDI', 'HQ', 'HQ'])
    expect((await hq().run('demo')).out).toContain(codes[0]?.code)
  })

  it('changes nothing when it is repeated, but gives new codes for used and old ones', async () => {
    const before = await demo()
    const [used] = before.codes
    await useDeviceCode(hq().database, codeHash(used?.code ?? ''), hq().clock.now())
    const after = await demo()
    expect(after.people).toEqual(before.people)
    expect(after.codes.map(({ code }) => code)).not.toContain(used?.code)
    expect(after.codes).toEqual(expect.arrayContaining(before.codes.slice(1)))
    expect(after.codes).toHaveLength(5)
    hq().clock.advance(8 * 86_400_000)
    const later = await demo()
    expect(later.codes.filter(({ code }) => after.codes.some((old) => old.code === code))).toEqual([])
    expect(await hq().all('customers')).toHaveLength(900)
  })

  it('signs its releases with headquarters’ key', async () => {
    const { release_seed } = await keysOf(hq().database)
    const records = await hq().all('catalogue')
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(publicKeyOf(release_seed), 'hex'),
    ])
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const releases = records.filter(({ kind }) => kind === 'release')
    expect(releases).toHaveLength(2)
    for (const release of releases) {
      const offerings = records.filter(
        ({ kind, releaseId }) => kind === 'offering' && releaseId === release.id,
      )
      expect(
        verify(
          null,
          Buffer.from(canonicalRelease(release, offerings)),
          key,
          Buffer.from(release.signature ?? '', 'base64'),
        ),
      ).toBe(true)
    }
  })

  it('does not touch a database with other records', async () => {
    await using other = await hqDesk()
    await other.run('centre', 'add', 'KDI', '--name', 'x', '--city', 'x', '--zone', 'WIB')
    expect(await other.run('demo')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('holds real records') as unknown,
    })
  })
})
