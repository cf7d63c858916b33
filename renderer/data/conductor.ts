import { combineLatest, distinctUntilChanged, scan, type Observable } from 'rxjs'
import type { Problem } from '#domain/problems.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { round, say, type Parts } from '#renderer/data/round.ts'

/** How long an agreement of digests is trusted before it is asked for again. */
const agreedFor = 600_000
const lastAcknowledged = 'lastAcknowledgedAt'

export interface Conductor {
  /** Begins a round now, or another one after the one that runs. Resolves when nothing is left to do or the line failed. */
  syncNow(): Promise<void>
  close(): Promise<void>
}

/** Starts rounds: at once, after each capture, at each poke, by a timer, and after a failure with growing pauses. [U6] */
export function conduct(parts: Parts, pokes: Observable<unknown>): Conductor {
  const { core, course, sessions } = parts
  const state = {
    running: undefined as Promise<void> | undefined,
    again: false,
    failures: 0,
    provenAt: -Infinity,
    closed: false,
    cancel: () => {},
  }

  const acknowledged = async (proofDue: boolean): Promise<undefined> => {
    const at = core.around.now()
    if (proofDue && course.value.ready) state.provenAt = at
    await core.local.set(lastAcknowledged, at)
    say(parts, { activity: 'idle', link: 'up', problem: undefined, lastAcknowledgedAt: at })
  }

  const turn = async () => {
    const proofDue = core.around.now() - state.provenAt > agreedFor
    const problem = await round(parts, proofDue)
      .then((stopped) => stopped ?? acknowledged(proofDue))
      .catch((fault: unknown): Problem => {
        // A store that failed: whether everything is here is open until the next proof. [U6]
        say(parts, { ready: false })
        return { code: 'internal', detail: String(fault) }
      })
    const { code } = problem ?? {}
    if (problem === undefined) {
      const told = await sessions.call(async (token) => ({ ok: true, value: await parts.tell(token) }))
      state.failures = told.ok ? 0 : state.failures
    } else {
      state.failures += 1
      const answered = code !== 'unreachable' && !(code === 'session_expired' && !(await core.link.probe()))
      say(parts, { activity: 'idle', link: answered ? 'up' : 'down', problem })
    }
  }

  const plan = () => {
    state.cancel()
    if (!state.closed)
      state.cancel = core.around.after(pauseAfter(state.failures, core.around.random()), () => void syncNow())
  }
  const loop = async () => {
    do {
      state.again = false
      await turn()
    } while (state.again && state.failures === 0 && !state.closed)
    state.running = undefined
    plan()
  }
  const syncNow = (): Promise<void> => {
    if (state.closed) return Promise.resolve()
    state.again = state.running !== undefined
    state.running ??= loop()
    return state.running
  }
  const captured = core.outbox.changed.pipe(
    scan((highest, entries) => Math.max(highest, entries.at(-1)?.deviceSeq ?? 0), 0),
    distinctUntilChanged(),
  )
  const triggers = combineLatest([captured, sessions.person, core.enrolment, pokes]).subscribe(
    () => void syncNow(),
  )

  return {
    syncNow,
    async close() {
      state.closed = true
      state.cancel()
      triggers.unsubscribe()
      await state.running
    },
  }
}

const calm = 30_000
const longest = 30_000

/** A calm timer while all is well; 1, 2, 4 … 30 seconds with jitter after failures. */
function pauseAfter(failures: number, random: number): number {
  return failures === 0 ? calm : Math.min(longest, 1000 * 2 ** (failures - 1)) * (0.5 + random / 2)
}

export async function lastAcknowledgedAt(core: Pick<DeskCore, 'local'>): Promise<number | undefined> {
  return core.local.get<number>(lastAcknowledged)
}
