import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import type { Desk } from '#renderer/data/desk.ts'
import { doorOf } from '#renderer/data/door.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import type { SignRelease } from '#renderer/data/practice/made-up-catalogue.ts'
import { madeUpCentre } from '#renderer/data/practice/made-up.ts'
import { practicePassword, practicePerson } from '#renderer/data/practice/made-up-people.ts'
import { memoryStore } from '#renderer/data/practice/memory-store.ts'
import { toHex } from '#domain/courier/hex.ts'
import { canonicalRelease } from '#domain/catalogue/release.ts'
import { webPrimitives } from '#renderer/data/courier/primitives.ts'
import { practiceLink } from '#renderer/data/practice/practice-link.ts'

/** Nothing secret is kept by it. */
const passwordRounds = 1000

interface PracticeSettings {
  readonly machine: Machine
  readonly around: Surroundings
  readonly clientVersion: string
}

/**
 * A desk in memory, filled and unlocked. It is opened instead of the real one and never beside it: no database of the PC is
 * opened, no journal, no address known. Whatever is done here is gone with the page.
 */
export async function openPractice({ machine, around, clientVersion }: PracticeSettings): Promise<Desk> {
  const signing = signer()
  const { desk } = await openDesk({
    name: 'loket-practice',
    storage: getRxStorageMemory(),
    openLocal: () => Promise.resolve(memoryStore()),
    link: practiceLink(madeUpCentre(around.now(), signing.sign), signing.releaseKey, around.now),
    machine,
    around: { ...around, passwordRounds },
    clientVersion,
  })
  const door = doorOf(desk)
  await door.run('enrol', { code: 'LATIHAN', name: 'Latihan' })
  await door.run('signIn', { username: practicePerson.username, password: practicePassword })
  return desk
}

/** A key that lasts as long as the practice: its releases are checked the way real ones are. */
export function signer(): { readonly releaseKey: string; readonly sign: SignRelease } {
  const seed = webPrimitives.random(32)
  return {
    releaseKey: toHex(webPrimitives.signerOf(seed)),
    sign(release, offerings) {
      const text = new TextEncoder().encode(canonicalRelease(release, offerings))
      return btoa(String.fromCharCode(...webPrimitives.sign(seed, text)))
    },
  }
}
