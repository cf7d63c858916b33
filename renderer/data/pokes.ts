import { Subject, type Observable } from 'rxjs'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { Sessions } from '#renderer/data/session.ts'

const pause = 10_000

/** Headquarters' pokes for as long as the desk is open; a stream that ended is asked for again. */
export function listenForPokes(
  core: Pick<DeskCore, 'link' | 'around'>,
  sessions: Sessions,
): { readonly pokes: Observable<unknown>; close(): void } {
  const pokes = new Subject<unknown>()
  const state = { closed: false, stop: () => {} }
  const listen = async () => {
    const token = await sessions.call(async (access) => ({ ok: true, value: access }))
    if (state.closed) return
    if (token.ok) {
      const stream = core.link.pokes(token.value, (poke) => pokes.next(poke))
      state.stop = () => stream.close()
      await stream.ended
    }
    if (!state.closed) state.stop = core.around.after(pause, () => void listen())
  }
  const opened = sessions.person.subscribe((person) => {
    if (person === undefined) return
    state.stop()
    void listen()
  })
  return {
    pokes,
    close() {
      state.closed = true
      opened.unsubscribe()
      state.stop()
    },
  }
}
