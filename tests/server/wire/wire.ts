import type { Answered } from '#tests/server/headquarters.ts'

/** One question of a desk and headquarters' answer. Ids and tokens that headquarters made are placeholders: `{{deviceId}}`. */
export interface Exchange {
  /** What is asked, for whoever reads a failure. */
  readonly about: string
  /** Headquarters' clock, ms UTC. */
  readonly at: number
  readonly request: WireRequest
  readonly answer: WireAnswer
}

export interface WireAnswer {
  readonly status: number
  /** Seconds, from the header `retry-after`. */
  readonly retryAfter?: string
  readonly body: unknown
}

export function answerOf({ status, headers, body }: Answered<unknown>): WireAnswer {
  const retryAfter = headers['retry-after']
  return typeof retryAfter === 'string' ? { status, retryAfter, body } : { status, body }
}

export interface WireRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A whole session of one desk, as it crossed the line on the day it was recorded. */
export interface Wire {
  readonly protocol: number
  /** What stood for each placeholder, for whoever plays headquarters. Tokens are made up. */
  readonly values: Readonly<Record<string, string | number>>
  readonly exchanges: readonly Exchange[]
}

export type Bindings = Map<string, string | number>

const placeholder = /\{\{[\w:]+\}\}/g
const isPlaceholder = (value: unknown): value is string =>
  typeof value === 'string' && /^\{\{[\w:]+\}\}$/.test(value)

/** The same value with everything known in the place of the placeholders. */
export function filledIn<T>(value: T, known: Bindings): T {
  return changed(value, (text) =>
    // A number may stand in the place of a whole text.
    known.has(text)
      ? known.get(text)
      : text.replaceAll(placeholder, (name) => String(known.get(name) ?? name)),
  ) as T
}

/** Every text of a value changed. */
export function changed(value: unknown, change: (text: string, key: string) => unknown, key = ''): unknown {
  if (typeof value === 'string') return change(value, key)
  if (Array.isArray(value)) return value.map((each) => changed(each, change, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, change, name)]))
}

/**
 * Where an answer is not the recorded one. Fields may have been added; nothing may be missing, be of another type or
 * say something else, and no list may be longer but a page's. What stands in the place of a placeholder is remembered, and must be the same the next time.
 */
export function differences(recorded: unknown, now: unknown, known: Bindings, at = ''): string[] {
  if (isPlaceholder(recorded)) return bound(recorded, now, known, at)
  if (Array.isArray(recorded)) {
    if (!Array.isArray(now)) return [`${at} is no list any more`]
    // A page may bring tickets besides, after what it always brought. [F8]
    const isThere = at === '.body.changes' ? now.length >= recorded.length : now.length === recorded.length
    if (!isThere) return [`${at} has ${now.length} entries, not ${recorded.length}`]
    return recorded.flatMap((each, place) => differences(each, now[place], known, `${at}[${place}]`))
  }
  if (typeof recorded === 'object' && recorded !== null) {
    if (typeof now !== 'object' || now === null || Array.isArray(now)) return [`${at} is no object any more`]
    const fields = now as Readonly<Record<string, unknown>>
    return Object.entries(recorded).flatMap(([name, each]) =>
      Object.hasOwn(fields, name)
        ? differences(each, fields[name], known, `${at}.${name}`)
        : [`${at}.${name} is missing`],
    )
  }
  return recorded === now ? [] : [`${at} is ${JSON.stringify(now)}, not ${JSON.stringify(recorded)}`]
}

function bound(name: string, now: unknown, known: Bindings, at: string): string[] {
  // A sum over ids that are others each time.
  if (name.startsWith('{{hash:')) return Number.isSafeInteger(now) ? [] : [`${at} is no sum`]
  if (typeof now !== 'string' || now === '') return [`${at} is ${JSON.stringify(now)}, not an id or a token`]
  const before = known.get(name)
  if (before === undefined) known.set(name, now)
  return before === undefined || before === now ? [] : [`${at} is another ${name} than before`]
}
