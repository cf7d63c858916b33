import { BehaviorSubject } from 'rxjs'
import type { ProblemCode } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Person, Session } from '#domain/sync/session.ts'
import { isPin } from '#domain/staff/pin.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { isLeaving } from '#renderer/data/farewell.ts'
import { knownPerson, remember } from '#renderer/data/people.ts'
import { slowDown } from '#renderer/data/slow-down.ts'
import { openPins, type Pins } from '#renderer/data/pins.ts'
import { keyOf, newRawKey, seal, unseal, type RawKey, type VaultKey } from '#renderer/data/vault.ts'

/** Who opened this desk last, and the tokens with which it speaks; they stay in memory while the screen is locked. */
interface Open {
  readonly person: Person
  readonly vaultKey: VaultKey
  readonly refreshToken: string
  readonly accessToken?: string
}

export interface Sessions {
  /** The person at the desk; `undefined` while it is locked. */
  readonly person: BehaviorSubject<Person | undefined>
  signIn(username: string, password: string): Promise<Done<null>>
  lock(): void
  /** By user name: how many wrong ones each person's PIN still allows. */
  readonly pinTries: Pins['tries']
  /** Opens at once for whoever set a PIN up since the start; headquarters is asked right after. */
  unlockWithPin(username: string, pin: string): Promise<Done<null>>
  /** For the person at the desk, who proves the password once more. */
  setPin(pin: string, password: string): Promise<Done<null>>
  dropPin(): void
  /** Calls headquarters with an access token, getting another one when it is too old. A desk that nobody opened since its start has none. */
  call<T>(ask: (token: string) => Promise<Answer<T>>): Promise<Answer<T>>
}

/** Answers that say nothing about the password, so that the desk decides by itself. */
const noWord: readonly ProblemCode[] = [
  'unreachable',
  'database_unreachable',
  'overloaded',
  'internal',
  'not_found',
  // A console that waits for its update still opens. [V5]
  'client_too_old',
]

export function openSessions(
  core: Pick<DeskCore, 'link' | 'machine' | 'around' | 'enrolment' | 'farewell'>,
): Sessions {
  const { link, machine, around, enrolment, farewell } = core
  const person = new BehaviorSubject<Person | undefined>(undefined)
  const current = new BehaviorSubject<Open | undefined>(undefined)
  const pins = openPins(around)
  const device = () => {
    const now = enrolment.value
    return now === undefined ? undefined : { deviceId: now.deviceId, deviceSecret: now.deviceSecret }
  }

  farewell.subscribe((now) => {
    if (!isLeaving(now)) return
    current.next(undefined)
    pins.forgetAll()
    person.next(undefined)
  })
  const sit = (open: Open) => {
    current.next(open)
    pins.shutOthers(open.person.username)
    person.next(open.person)
  }

  /** What headquarters gave, on this PC's disk and behind the person's PIN. */
  const keepSession = async (session: Session, vaultKey: VaultKey, raw?: RawKey): Promise<Open> => {
    const sealed = await seal(vaultKey, session.refreshToken)
    try {
      remember(machine.keep, session.person, sealed)
      await machine.keep.stored()
    } catch {
      // A full disk keeps the older token, which headquarters still takes for a while; nobody is locked out by it. [S4]
    }
    const { refreshToken, accessToken } = session
    await pins.renew(session.person, refreshToken, raw)
    return { person: session.person, vaultKey, refreshToken, accessToken }
  }

  const unlockHere = async (username: string, password: string): Promise<Done<null>> => {
    const tries = slowDown(machine.keep, username)
    const wait = tries.waitSeconds(around.now())
    if (wait > 0) return { ok: false, problem: 'sign_in_slow_down', retryAfter: wait }
    const known = knownPerson(machine.keep, username)
    if (known === undefined) return { ok: false, problem: 'unreachable' }
    const opened = await unseal(known.vault, password)
    if (opened === undefined) {
      tries.failed(around.now())
      return { ok: false, problem: 'sign_in_failed' }
    }
    tries.succeeded()
    sit({ person: known.person, vaultKey: opened.key, refreshToken: opened.secret })
    return { ok: true, value: null }
  }

  const refresh = async (): Promise<Answer<string>> => {
    const open = current.value
    const id = device()
    if (open === undefined || id === undefined) return { ok: false, problem: { code: 'session_expired' } }
    const answer = await link.refresh({ ...id, refreshToken: open.refreshToken })
    if (!answer.ok) return answer
    const renewed = await keepSession(answer.value, open.vaultKey)
    // Somebody else may have sat down meanwhile.
    if (current.value === open) current.next(renewed)
    // A role that headquarters changed meanwhile holds from now on.
    if (person.value?.id === answer.value.person.id) person.next(answer.value.person)
    return { ok: true, value: answer.value.accessToken }
  }

  const refreshing: { of?: Open | undefined; now?: Promise<Answer<string>> } = {}
  /** Asked for by several at once, it is got once: a refresh token works once. */
  const refreshOnce = (): Promise<Answer<string>> => {
    if (refreshing.now !== undefined && refreshing.of === current.value) return refreshing.now
    const now = refresh().finally(() => {
      if (refreshing.now === now) delete refreshing.now
    })
    refreshing.of = current.value
    refreshing.now = now
    return now
  }

  /** Whoever may not work any more is not kept in by a PIN. */
  const askAfterPin = async ({ username, id }: Person) => {
    const answer = await refreshOnce()
    if (answer.ok || noWord.includes(answer.problem.code) || person.value?.id !== id) return
    pins.forget(username)
    person.next(undefined)
  }

  return {
    person,
    pinTries: pins.tries,
    async unlockWithPin(username, pin) {
      if (isLeaving(farewell.value)) return { ok: false, problem: 'device_revoked' }
      const opened = await pins.open(username, pin)
      if (opened === 'pin_wrong' || opened === 'pin_gone') return { ok: false, problem: opened }
      sit(opened)
      void askAfterPin(opened.person)
      return { ok: true, value: null }
    },
    async setPin(pin, password) {
      const open = current.value
      if (open === undefined || person.value?.id !== open.person.id)
        return { ok: false, problem: 'session_expired' }
      if (!isPin(pin)) return { ok: false, problem: 'pin_easy' }
      const { username } = open.person
      const tries = slowDown(machine.keep, username)
      const wait = tries.waitSeconds(around.now())
      if (wait > 0) return { ok: false, problem: 'sign_in_slow_down', retryAfter: wait }
      const known = knownPerson(machine.keep, username)
      const proved = known === undefined ? undefined : await unseal(known.vault, password)
      if (proved === undefined) {
        tries.failed(around.now())
        return { ok: false, problem: 'sign_in_failed' }
      }
      tries.succeeded()
      await pins.set(open.person, { refreshToken: open.refreshToken, passwordKey: proved.raw }, pin)
      return { ok: true, value: null }
    },
    dropPin() {
      if (person.value !== undefined) pins.forget(person.value.username)
    },
    async signIn(username, password) {
      const id = device()
      if (id === undefined) return { ok: false, problem: 'device_unknown' }
      if (isLeaving(farewell.value)) return { ok: false, problem: 'device_revoked' }
      const answer = await link.signIn({ ...id, username, password })
      if (answer.ok) {
        const raw = await newRawKey(password, around.passwordRounds)
        if (isLeaving(farewell.value)) return { ok: false, problem: 'device_revoked' }
        sit(await keepSession(answer.value, await keyOf(raw), raw))
        slowDown(machine.keep, username).succeeded()
        return { ok: true, value: null }
      }
      if (noWord.includes(answer.problem.code)) return unlockHere(username, password)
      const { code, retryAfter } = answer.problem
      return retryAfter === undefined
        ? { ok: false, problem: code }
        : { ok: false, problem: code, retryAfter }
    },
    lock: () => person.next(undefined),
    async call(ask) {
      const token = current.value?.accessToken
      if (token !== undefined) {
        const answer = await ask(token)
        if (answer.ok || answer.problem.code !== 'session_expired') return answer
      }
      const fresh = await refreshOnce()
      return fresh.ok ? ask(fresh.value) : fresh
    },
  }
}
