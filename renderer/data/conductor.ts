import { combineLatest, distinctUntilChanged, scan, type Observable } from 'rxjs'
import type { Problem } from '#domain/problems.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { isLeaving } from '#renderer/data/farewell.ts'
import { hasNews, isBehind } from '#renderer/data/news.ts'
import { pauseAfter } from '#renderer/data/pause-after.ts'
import { round, say, type Parts } from '#renderer/data/round.ts'
import { headquartersAnswers } from '#renderer/data/standing.ts'

/** How long an agreement of digests is trusted before it is asked for again. */
const agreedFor = 600_000
/** Parked work is tried again at each calm beat, not at each capture. */
const parkedRests = 15_000
const lastAcknowledged = 'lastAcknowledgedAt'

interface Agreed {
  readonly isProven: boolean
  readonly isTold: boolean
}

export interface Conductor {
  /** Begins a round now, or another one after the one that runs, however that one ends. Resolves when nothing is left to do or the line failed. */
  syncNow(): Promise<void>
  /** Runs this while no round does; a round that was asked for meanwhile follows. */
  alone<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Starts rounds: at once, after each capture, at each poke, by a timer, and after a failure with growing pauses. [U6] */
export function conduct(parts: Parts, pokes: Observable<unknown>): Conductor {
  const { core, course, sessions } = parts
  const state = {
    running: undefined as Promise<void> | undefined,
    again: false,
    /** Somebody asked for a round while one runs: it follows also when that one fails. */
    wanted: false,
    /** Whether the next round asks for all partitions. */
    everything: true,
    poked: false,
    failures: 0,
    provenAt: -Infinity,
    triedParkedAt: -Infinity,
    /** What headquarters asked for, ms. */
    asked: 0,
    closed: false,
    cancel: () => {},
  }

  const agree = async ({ isProven, isTold }: Agreed): Promise<undefined> => {
    const at = core.around.now()
    if (isProven) state.provenAt = at
    await acknowledge(parts, at)
    say(parts, { activity: 'idle', link: 'up', problem: undefined })
    const told = isTold
      ? await sessions.call(async (token) => ({ ok: true, value: await parts.tell(token) }))
      : undefined
    state.failures = told?.ok === false ? state.failures : 0
  }
  const turn = async () => {
    // A clock that was set back makes a proof older, not younger. [W4]
    const since = (at: number) => Math.abs(core.around.now() - at)
    const proofDue = since(state.provenAt) > agreedFor
    const parkedDue = () => {
      const isDue = since(state.triedParkedAt) > parkedRests
      if (isDue) state.triedParkedAt = core.around.now()
      return isDue
    }
    const { everything } = state
    state.everything = false
    // What a poke brought changes nothing of how this desk stands; the timer tells the rest.
    const isTold = everything || core.outbox.unsettled().some(({ result }) => result === undefined)
    const problem = await round(parts, { proof: proofDue, parked: parkedDue, everything })
      .then((stop) => stop ?? agree({ isProven: proofDue && course.value.ready && !isBehind(parts), isTold }))
      // A store that failed, wherever: whether everything is here is open until the next proof.
      .catch((fault: unknown): Problem => {
        say(parts, { ready: false })
        return { code: 'internal', detail: String(fault) }
      })
    state.asked = Math.min(longestAsked, (problem?.retryAfter ?? 0) * 1000)
    if (problem === undefined) return
    state.failures += 1
    const { code } = problem
    const answered =
      code !== 'unreachable' && !(code === 'session_expired' && !(await headquartersAnswers(core)))
    say(parts, { activity: 'idle', link: answered ? 'up' : 'down', problem })
  }

  const plan = () => {
    state.cancel()
    if (state.closed) return
    const pause = Math.max(state.asked, pauseAfter(state.failures, core.around.random()))
    state.cancel = core.around.after(pause, () => void syncNow())
  }
  /** A round that runs has often taken already what a poke told meanwhile. [P8] */
  const isPoked = () => state.poked && hasNews(parts)
  const loop = async () => {
    do {
      state.again = false
      state.wanted = false
      state.poked = false
      await turn()
    } while (!state.closed && (state.wanted || (state.failures === 0 && (state.again || isPoked()))))
    state.running = undefined
    plan()
  }
  const begin = (): Promise<void> => {
    if (state.closed || isLeaving(core.farewell.value)) return Promise.resolve()
    state.again = state.running !== undefined
    state.running ??= loop()
    return state.running
  }
  const syncNow = (): Promise<void> => {
    state.everything = true
    state.wanted = state.running !== undefined
    return begin()
  }
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    while (state.running !== undefined) await state.running
    const done = work()
    const over = () => {
      state.running = undefined
      if (state.again || isPoked()) void begin()
    }
    state.running = done.then(over, over)
    return done
  }
  const captured = core.outbox.changed.pipe(
    scan((highest, entries) => Math.max(highest, entries.at(-1)?.deviceSeq ?? 0), 0),
    distinctUntilChanged(),
  )
  // Headquarters asked to be left alone for a while, and the timer begins the next round. [O18]
  const triggers = combineLatest([captured, sessions.person, core.enrolment]).subscribe(() => {
    if (state.asked === 0) void begin()
  })
  triggers.add(
    pokes.subscribe(() => {
      state.poked = true
      if (state.asked === 0 && state.running === undefined && isPoked()) void begin()
    }),
  )

  return {
    syncNow,
    alone,
    async close() {
      state.closed = true
      state.cancel()
      triggers.unsubscribe()
      await state.running
    },
  }
}

const longestAsked = 60_000

/** Headquarters confirmed that this desk has everything as of then. */
export async function acknowledge(
  { core, course }: Pick<Parts, 'core' | 'course'>,
  at: number,
): Promise<void> {
  await core.local.set(lastAcknowledged, at)
  say({ course }, { lastAcknowledgedAt: at })
}

export async function lastAcknowledgedAt(core: Pick<DeskCore, 'local'>): Promise<number | undefined> {
  return core.local.get<number>(lastAcknowledged)
}
