import { BehaviorSubject } from 'rxjs'
import type { ProblemCode } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { Person, Session } from '#domain/sync/session.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { isLeaving } from '#renderer/data/farewell.ts'
import { knownPerson, remember } from '#renderer/data/people.ts'
import { slowDown } from '#renderer/data/slow-down.ts'
import { newVaultKey, seal, unseal, type VaultKey } from '#renderer/data/vault.ts'

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
  const device = () => {
    const now = enrolment.value
    return now === undefined ? undefined : { deviceId: now.deviceId, deviceSecret: now.deviceSecret }
  }

  farewell.subscribe((now) => {
    if (!isLeaving(now)) return
    current.next(undefined)
    person.next(undefined)
  })

  const keepSession = async (session: Session, vaultKey: VaultKey) => {
    const sealed = await seal(vaultKey, session.refreshToken)
    try {
      remember(machine.keep, session.person, sealed)
      await machine.keep.stored()
    } catch {
      // A full disk keeps the older token, which headquarters still takes for a while; nobody is locked out by it. [S4]
    }
    const { refreshToken, accessToken } = session
    current.next({ person: session.person, vaultKey, refreshToken, accessToken })
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
    current.next({ person: known.person, vaultKey: opened.key, refreshToken: opened.secret })
    person.next(known.person)
    return { ok: true, value: null }
  }

  const refreshing = { now: undefined as Promise<Answer<string>> | undefined }
  const refresh = async (): Promise<Answer<string>> => {
    const open = current.value
    const id = device()
    if (open === undefined || id === undefined) return { ok: false, problem: { code: 'session_expired' } }
    const answer = await link.refresh({ ...id, refreshToken: open.refreshToken })
    if (!answer.ok) return answer
    await keepSession(answer.value, open.vaultKey)
    // A role that headquarters changed meanwhile holds from now on.
    if (person.value?.id === answer.value.person.id) person.next(answer.value.person)
    return { ok: true, value: answer.value.accessToken }
  }

  return {
    person,
    async signIn(username, password) {
      const id = device()
      if (id === undefined) return { ok: false, problem: 'device_unknown' }
      if (isLeaving(farewell.value)) return { ok: false, problem: 'device_revoked' }
      const answer = await link.signIn({ ...id, username, password })
      if (answer.ok) {
        const vaultKey = await newVaultKey(password, around.passwordRounds)
        if (isLeaving(farewell.value)) return { ok: false, problem: 'device_revoked' }
        await keepSession(answer.value, vaultKey)
        slowDown(machine.keep, username).succeeded()
        person.next(answer.value.person)
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
      // Asked for by several at once, it is got once: a refresh token works once.
      refreshing.now ??= refresh().finally(() => (refreshing.now = undefined))
      const fresh = await refreshing.now
      return fresh.ok ? ask(fresh.value) : fresh
    },
  }
}
