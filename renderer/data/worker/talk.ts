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

/** Two threads that ask each other. Each hears the other's words in the order in which they were said. */
export function talk<Theirs extends Words>(port: Port, own: Words): Talk<Theirs> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const state = { asked: 0 }
  const run = (name: string, given: readonly unknown[]) =>
    (own[name] as (...given: readonly unknown[]) => unknown)(...given)
  const answer = async (to: number, name: string, given: readonly unknown[]) => {
    try {
      port.postMessage({ to, answer: await run(name, given) } satisfies Message)
    } catch (fault) {
      port.postMessage({ to, fault: clonable(fault) } satisfies Message)
    }
  }
  port.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('name' in data) {
      if (data.asked === undefined) run(data.name, data.given)
      else void answer(data.asked, data.name, data.given)
      return
    }
    const asked = waiting.get(data.to)
    waiting.delete(data.to)
    if ('fault' in data) asked?.reject(data.fault)
    else asked?.resolve(data.answer)
  })
  return {
    ask: (name, ...given) => {
      const asked = (state.asked += 1)
      const answered = Promise.withResolvers<unknown>()
      waiting.set(asked, answered)
      port.postMessage({ name, given, asked } satisfies Message)
      return answered.promise as Promise<never>
    },
    tell: (name, ...given) => port.postMessage({ name, given } satisfies Message),
  }
}

/** An error keeps its name, words and stack on the way; of anything else the words are enough. */
function clonable(fault: unknown): unknown {
  return fault instanceof Error ? fault : new Error(String(fault))
}
