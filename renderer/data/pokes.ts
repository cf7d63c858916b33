import { Subject, type Observable } from 'rxjs'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { Heads } from '#renderer/data/heads.ts'
import type { Sessions } from '#renderer/data/session.ts'
import { headquartersAnswers } from '#renderer/data/standing.ts'

const pause = 10_000

/**
 * Headquarters' pokes for as long as the desk is open; a stream that ended is asked for again. One runs at a time,
 * whoever signs in meanwhile: a browser opens six connections to one server, and streams would take them all. [U7]
 */
export function listenForPokes(
  core: Pick<DeskCore, 'link' | 'around' | 'enrolment'>,
  sessions: Sessions,
  heads: Heads,
): { readonly pokes: Observable<unknown>; close(): void } {
  const pokes = new Subject<unknown>()
  const state = { closed: false, listening: false, wake: () => {}, stop: () => {} }
  const rest = () =>
    new Promise<void>((resolve) => {
      const cancel = core.around.after(pause, resolve)
      state.wake = () => {
        cancel()
        resolve()
      }
    })
  const listen = async () => {
    while (!state.closed) {
      const token = await sessions.call(async (access) => ({ ok: true, value: access }))
      if (token.ok && !state.closed) {
        heads.begin()
        const stream = core.link.pokes(token.value, (poke) => {
          heads.hear(poke)
          pokes.next(poke)
        })
        state.stop = () => stream.close()
        await stream.ended
        // Nobody tells of news any more.
        heads.begin()
        // A stream ends without a reason; that this desk was revoked may be it.
        if (!state.closed) await headquartersAnswers(core)
      }
      if (!state.closed) await rest()
    }
  }
  const opened = sessions.person.subscribe((person) => {
    if (person === undefined) return
    if (state.listening) state.wake()
    else void listen()
    state.listening = true
  })
  return {
    pokes,
    close() {
      state.closed = true
      opened.unsubscribe()
      state.stop()
      state.wake()
    },
  }
}
