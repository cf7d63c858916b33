import { BehaviorSubject } from 'rxjs'
import { pinHours, pinTries } from '#domain/staff/pin.ts'
import type { Person } from '#domain/sync/session.ts'
import type { Surroundings } from '#renderer/data/machine.ts'
import {
  keyOf,
  newRawKey,
  seal,
  unseal,
  type RawKey,
  type Vault,
  type VaultKey,
} from '#renderer/data/vault.ts'

/** What a password opens on this PC: the session's token, and the key that seals each later one. */
interface Secrets {
  readonly refreshToken: string
  readonly passwordKey: RawKey
}

interface Kept {
  readonly person: Person
  /** The secrets, sealed by the PIN. */
  readonly vault: Vault
  /** While this person sits here, for the token changes. Gone when somebody else sits down. */
  readonly unsealed?: { readonly pinKey: VaultKey; readonly passwordKey: RawKey }
  readonly setAt: number
  readonly triesLeft: number
}

export interface Opened {
  readonly person: Person
  readonly refreshToken: string
  readonly vaultKey: VaultKey
}

export type Pins = ReturnType<typeof openPins>

/**
 * The PINs of a running console. A machine tries six digits through, so nothing of them is ever written: they are
 * gone with the page, after some hours, and after five wrong tries.
 */
export function openPins({ now, passwordRounds }: Pick<Surroundings, 'now' | 'passwordRounds'>) {
  const kept = new Map<string, Kept>()
  const tries = new BehaviorSubject<ReadonlyMap<string, number>>(new Map())
  const tell = () => tries.next(new Map([...kept].map(([name, { triesLeft }]) => [name, triesLeft])))
  const put = (username: string, one: Kept | undefined) => {
    if (one === undefined) kept.delete(username)
    else kept.set(username, one)
    tell()
  }
  const isOver = ({ setAt }: Kept) => now() < setAt || now() - setAt > pinHours * 3_600_000
  return {
    /** By user name: how many wrong ones a PIN still allows. Who is missing has none. */
    tries,
    async set(person: Person, secrets: Secrets, pin: string): Promise<void> {
      const pinKey = await keyOf(await newRawKey(pin, passwordRounds))
      const vault = await seal(pinKey, JSON.stringify(secrets))
      const { passwordKey } = secrets
      const unsealed = { pinKey, passwordKey }
      put(person.username, { person, vault, unsealed, setAt: now(), triesLeft: pinTries })
    },
    /** The person's session goes on with another token, and another key after a sign-in. A PIN that is shut is over by that. */
    async renew(person: Person, refreshToken: string, newKey?: RawKey): Promise<void> {
      const one = kept.get(person.username)
      if (one?.unsealed === undefined) return put(person.username, undefined)
      const { pinKey, passwordKey: before } = one.unsealed
      const passwordKey = newKey ?? before
      const vault = await seal(pinKey, JSON.stringify({ refreshToken, passwordKey }))
      put(person.username, { ...one, person, vault, unsealed: { pinKey, passwordKey } })
    },
    /** Somebody sits down: what the PINs of the others seal is sealed from now on. */
    shutOthers(username: string): void {
      for (const [name, { unsealed: _, ...one }] of kept) if (name !== username) kept.set(name, one)
    },
    async open(username: string, pin: string): Promise<Opened | 'pin_wrong' | 'pin_gone'> {
      const one = kept.get(username)
      if (one === undefined || one.triesLeft === 0 || isOver(one)) {
        put(username, undefined)
        return 'pin_gone'
      }
      // Counted before it is looked at, so that several at once are several.
      const counted = { ...one, triesLeft: one.triesLeft - 1 }
      put(username, counted)
      const opened = await unseal(one.vault, pin)
      if (opened === undefined) {
        if (counted.triesLeft > 0) return 'pin_wrong'
        put(username, undefined)
        return 'pin_gone'
      }
      const { refreshToken, passwordKey } = JSON.parse(opened.secret) as Secrets
      put(username, { ...one, unsealed: { pinKey: opened.key, passwordKey }, triesLeft: pinTries })
      return { person: one.person, refreshToken, vaultKey: await keyOf(passwordKey) }
    },
    forget: (username: string): void => put(username, undefined),
    forgetAll(): void {
      kept.clear()
      tell()
    },
  }
}
