import type { Link, Poke } from '#domain/sync/link.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import type { Counts } from './counts.ts'
import type { Life } from './life.ts'
import type { Schedule } from './schedule.ts'

/** What a line does with a request, for a while. `fine`: brings it there and back in some 50 ms. */
export const lineModes = ['fine', 'down', 'silent', 'flaky', 'slow', 'portal', 'error', 'expired'] as const
export type LineMode = (typeof lineModes)[number]

/** As a request's answer comes over any line: status, headers and the body whole. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}
/** Headquarters' side: answers, or throws when nobody listens. */
export type Far = (path: string, init: RequestInit) => Promise<Reply>

/** The client gives an answer this long. */
const patience = 30_000

export interface LineParts {
  readonly schedule: Schedule
  readonly life: () => Life
  readonly random: () => number
  readonly far: Far
  readonly counts: Counts
}

/** One desk's line to headquarters in simulated time: the real client above, the real routes below. */
export class SimLine {
  mode: LineMode = 'fine'
  /** Requests that wait for the line. */
  waiting = 0
  readonly #parts: LineParts
  readonly #listeners = new Set<(poke: Poke) => void>()
  #abort = new Set<() => void>()

  constructor(parts: LineParts) {
    this.#parts = parts
  }

  link(): Link {
    return {
      ...httpLink((path, init) => this.#ask(path, init), {
        after: (ms, call) => this.#parts.schedule.after(ms, call),
      }),
      pokes: (_token, onPoke) => this.#listen(onPoke),
    }
  }

  /** The desk was killed: nobody waits for an answer any more. What is on its way still arrives at headquarters. */
  cutAll(): void {
    for (const abort of this.#abort) abort()
  }

  /** The line is fine from now on; what hung in it is told so, as any line does that comes back. */
  mend(): void {
    this.mode = 'fine'
    this.cutAll()
  }

  /** Headquarters has something new; a bad line swallows it. */
  poke(poke: Poke): void {
    if (this.mode !== 'fine' && this.#parts.random() < 0.7) return
    for (const onPoke of this.#listeners) this.#parts.schedule.after(40, () => onPoke(poke))
  }

  /** A stream ends with its desk's life only; what a real one goes through is tested over HTTP. */
  #listen(onPoke: (poke: Poke) => void) {
    this.#listeners.add(onPoke)
    return {
      ended: new Promise<void>(() => undefined),
      close: () => void this.#listeners.delete(onPoke),
    }
  }

  #ask(path: string, init: RequestInit): Promise<Response> {
    this.#parts.life().alive()
    this.waiting += 1
    return new Promise<Response>((resolve, reject) => {
      const once = (settle: () => void) => () => {
        if (!this.#abort.delete(abort)) return
        this.waiting -= 1
        settle()
      }
      const abort = once(() => reject(new Error('nobody waits')))
      const lose = once(() => reject(new Error('no answer')))
      const arrive = (response: Response) => once(() => resolve(response))()
      this.#abort.add(abort)
      this.#parts.schedule.after(patience, lose)
      this.#carry(path, init, arrive, lose)
    })
  }

  #carry(path: string, init: RequestInit, arrive: (response: Response) => void, lose: () => void): void {
    const { schedule, random, counts } = this.#parts
    const flaw = this.#flaw()
    if (flaw !== 'none') counts.add(`line: ${flaw}`)
    const latency = () => 10 + Math.floor(random() * 60) + (this.mode === 'slow' ? random() * 20_000 : 0)
    const bring = (after: number, answered: (reply: Reply) => void) =>
      schedule.after(after, async () => {
        try {
          answered(await this.#parts.far(path, init))
        } catch {
          schedule.after(latency(), lose)
        }
      })
    const back = (reply: Reply) => schedule.after(latency(), () => arrive(responseOf(reply)))
    switch (flaw) {
      case 'none':
        return void bring(latency(), back)
      case 'refused':
        return void schedule.after(5, lose)
      case 'lost on the way there':
        return
      case 'late':
        // Beyond the client's patience: it has asked again when the first one arrives.
        return void bring(random() * 90_000, back)
      case 'twice': {
        bring(latency(), back)
        return void bring(latency() + random() * 60_000, () => undefined)
      }
      case 'lost on the way back':
        return void bring(latency(), () => undefined)
      case 'cut on the way back':
        return void bring(latency(), () => schedule.after(latency(), lose))
      case 'cut inside the answer':
        return void bring(latency(), (reply) =>
          schedule.after(latency(), () => arrive(cutResponse(reply, random()))),
        )
      case 'a portal’s page':
      case 'a portal’s JSON':
      case '500':
      case '429':
      case '503 page':
      case '401':
        return void schedule.after(latency(), () => arrive(strangerOf(flaw, random())))
    }
  }

  #flaw(): Flaw {
    const { random } = this.#parts
    switch (this.mode) {
      case 'fine':
      case 'slow':
        return 'none'
      case 'down':
        return 'refused'
      case 'silent':
        return 'lost on the way there'
      case 'portal':
        return random() < 0.5 ? 'a portal’s page' : 'a portal’s JSON'
      case 'error':
        return (['500', '429', '503 page', 'none'] as const)[Math.floor(random() * 4)] ?? 'none'
      case 'expired':
        return random() < 0.4 ? '401' : 'none'
      case 'flaky':
        return random() < 0.55 ? 'none' : (flaky[Math.floor(random() * flaky.length)] ?? 'none')
    }
  }
}

const flaky = [
  'refused',
  'lost on the way there',
  'late',
  'twice',
  'lost on the way back',
  'cut on the way back',
  'cut inside the answer',
] as const
const strangers = ['a portal’s page', 'a portal’s JSON', '500', '429', '503 page', '401'] as const
type Flaw = 'none' | (typeof flaky)[number] | (typeof strangers)[number]

function responseOf({ status, headers, body }: Reply): Response {
  return new Response([204, 304].includes(status) ? null : body, { status, headers: { ...headers } })
}

/** The first part of the answer, and then either an error of the line or an end that looks like one. */
function cutResponse({ status, headers, body }: Reply, dice: number): Response {
  const first = body.slice(0, Math.floor(dice * body.length))
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(first)
      if (dice < 0.5) controller.error(new Error('the line was cut'))
      else controller.close()
    },
  })
  const { 'content-length': _length, ...rest } = headers
  return new Response(stream, { status, headers: rest })
}

/** Somebody else answers in headquarters' place, or headquarters says no to everything. */
function strangerOf(flaw: (typeof strangers)[number], dice: number): Response {
  const json = (status: number, body: unknown, more = {}) =>
    replyOf(status, JSON.stringify(body), 'application/json', more)
  const page = (status: number) =>
    replyOf(status, '<html><body>Masuk ke Wi-Fi tamu</body></html>', 'text/html')
  switch (flaw) {
    case 'a portal’s page':
      return page(200)
    case 'a portal’s JSON':
      return json(200, dice < 0.5 ? { login: 'https://wifi.example.com' } : [])
    case '500':
      return dice < 0.5 ? json(500, { code: 'internal' }) : page(500)
    case '429':
      return json(429, { code: 'overloaded' }, { 'retry-after': '2' })
    case '503 page':
      return page(503)
    case '401':
      return json(401, { code: 'session_expired' })
  }
}

function replyOf(
  status: number,
  body: string,
  type: string,
  more: Record<string, string> | undefined = {},
): Response {
  return new Response(body, { status, headers: { 'content-type': type, ...more } })
}
