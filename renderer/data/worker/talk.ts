/** One end between two threads: a `Worker`, what a worker calls `self`, or a `MessagePort` in a test. */
export interface Port {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/** What one thread may ask of the other. What is given and answered is cloned, so all of it is plain. */
export type Words = Readonly<Record<string, (...given: never[]) => unknown>>

export interface Talk<Theirs extends Words> {
  /** Resolves with the other thread's answer, and fails with its error. */
  readonly ask: <N extends keyof Theirs & string>(
    name: N,
    ...given: Parameters<Theirs[N]>
  ) => Promise<Awaited<ReturnType<Theirs[N]>>>
  /** The same for what needs no answer. */
  readonly tell: <N extends keyof Theirs & string>(name: N, ...given: Parameters<Theirs[N]>) => void
}

type Message =
  | { readonly name: string; readonly given: readonly unknown[]; readonly asked?: number }
  | { readonly to: number; readonly answer?: unknown; readonly fault?: unknown }

/**
 * Two threads that ask each other. Each hears the other's words in the order in which they were said. What is told goes
 * out with the next question or answer, or as soon as this thread is through with what it does: a command's end is heard
 * together with what it changed on the screen, so that no key falls in between. A window says by `afterwards` that it is
 * through sooner than that: Chromium lets its timers wait behind a key until the next frame, or the one after it.
 */
export function talk<Theirs extends Words>(
  port: Port,
  own: Words,
  afterwards: (then: () => void) => void = (then) => setTimeout(then),
): Talk<Theirs> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const state = { asked: 0 }
  const held: Message[] = []
  const post = (message: Message) => {
    port.postMessage([...held.splice(0), message])
  }
  const run = (name: string, given: readonly unknown[]) =>
    (own[name] as (...given: readonly unknown[]) => unknown)(...given)
  const answer = async (to: number, name: string, given: readonly unknown[]) => {
    try {
      post({ to, answer: await run(name, given) })
    } catch (fault) {
      post({ to, fault: clonable(fault) })
    }
  }
  const hear = (message: Message) => {
    if ('name' in message) {
      if (message.asked === undefined) run(message.name, message.given)
      else void answer(message.asked, message.name, message.given)
      return
    }
    const asked = waiting.get(message.to)
    waiting.delete(message.to)
    if ('fault' in message) asked?.reject(message.fault)
    else asked?.resolve(message.answer)
  }
  port.addEventListener('message', ({ data }: MessageEvent<readonly Message[]>) => {
    for (const message of data) hear(message)
  })
  return {
    ask: (name, ...given) => {
      const asked = (state.asked += 1)
      const answered = Promise.withResolvers<unknown>()
      waiting.set(asked, answered)
      post({ name, given, asked })
      return answered.promise as Promise<never>
    },
    tell: (name, ...given) => {
      held.push({ name, given })
      if (held.length > 1) return
      afterwards(() => {
        if (held.length > 0) port.postMessage(held.splice(0))
      })
    },
  }
}

/** An error keeps its name, words and stack on the way; of anything else the words are enough. */
function clonable(fault: unknown): unknown {
  return fault instanceof Error ? fault : new Error(String(fault))
}
