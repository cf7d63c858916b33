import { reader, writer, type Coder } from '#domain/sync/columns/coder.ts'
import { hex4 } from '#domain/sync/columns/hex.ts'
import { ids, isId, NotHeld, noIds, type Held, type Ids } from '#domain/sync/columns/ids.ts'
import { dateOf, dayOf, isDate } from '#domain/sync/columns/dates.ts'
import { distanceOf, isWhole, numbers, type Distance } from '#domain/sync/columns/numbers.ts'
import { bitsFor, fitOf, places, scopeAt, whole, type Scope } from '#domain/sync/columns/scope.ts'
import { named, placesOf } from '#domain/sync/columns/named.ts'
import { texts, type Letters } from '#domain/sync/columns/texts.ts'

export type Json = null | boolean | number | string | readonly Json[] | Dict
interface Dict {
  readonly [key: string]: Json
}

/** Any JSON as columns: what all objects of a list have of one field stands together. `held`: what the reader has already. */
export function folded(value: Json, held?: Held): Uint8Array<ArrayBuffer> {
  const coder = writer()
  through(coder, [value], held)
  return coder.bytes()
}

/** The JSON that was folded, but for the order of fields. Throws when these are no columns, or name an id that is not held. */
export function unfolded(bytes: Uint8Array, held?: Held): Json {
  const coder = reader(bytes)
  try {
    const [value] = through(coder, undefined, held)
    coder.end()
    if (value !== undefined) return value
  } catch (fault) {
    // The bytes came as they were sent: what is held must be something else than the writer thinks.
    throw held === undefined ? fault : new NotHeld({ cause: fault })
  }
  throw new Error('these are no columns')
}

function through(coder: Coder, given: readonly Json[] | undefined, held: Held | undefined): Json[] {
  const isShort = coder.raw(1, held === undefined ? 0 : 1) === 1
  const seen = noIds(isShort ? (held ?? nobody) : undefined)
  const { values } = column(coder, given, 1, [], { letters: { odds: [] }, seen })
  for (const sum of isShort ? seen.sum : []) if (coder.raw(32, sum) !== sum) throw new NotHeld()
  return values
}

const nobody: Held = { has: () => false, of: () => undefined, under: () => [] }

interface Shared {
  readonly letters: Letters
  readonly seen: Ids
}

const kinds = ['texts', 'numbers', 'days', 'ids', 'hashes', 'lists', 'objects', 'json'] as const
type Kind = (typeof kinds)[number]

interface Column {
  readonly values: Json[]
  readonly known: Scope
}

function column(
  coder: Coder,
  given: readonly Json[] | undefined,
  rows: number,
  scope: Scope,
  all: Shared,
): Column {
  const choice = given === undefined ? undefined : choiceOf(given, scope)
  const kind = kinds[coder.raw(3, choice === undefined ? 0 : kinds.indexOf(choice.kind))] ?? 'json'
  switch (kind) {
    case 'texts': {
      const { values, known } = named(coder, given as string[] | undefined, { rows, scope }, (some, at) =>
        texts(coder, some, at.length, all.letters),
      )
      return { values, known: [known] }
    }
    case 'json': {
      const { values, known } = named(
        coder,
        given?.map((each) => JSON.stringify(each)),
        { rows, scope },
        (some, at) => texts(coder, some, at.length, all.letters),
      )
      return { values: values.map((each) => JSON.parse(each) as Json), known: [known] }
    }
    case 'numbers':
      return numbers(coder, given as number[] | undefined, rows, { scope }, choice?.fit)
    case 'days': {
      const days = (given as string[] | undefined)?.map(dayOf)
      const { values, known } = numbers(coder, days, rows, { scope, days: true }, choice?.fit)
      return { values: values.map(dateOf), known }
    }
    case 'ids':
      return ids(coder, given as string[] | undefined, { rows, scope, seen: all.seen })
    case 'hashes':
      return { values: hashes(coder, given as string[] | undefined, rows), known: [] }
    case 'lists':
      return lists(coder, given as Json[][] | undefined, rows, scope, all)
    case 'objects':
      return objects(coder, given as Dict[] | undefined, rows, scope, all)
  }
}

const isHash = (value: Json, _: number, [first]: readonly Json[]) =>
  typeof value === 'string' &&
  value.length === (first as string).length &&
  value.length % 4 === 0 &&
  /^[\da-f]{16,}$/.test(value)
const isDict = (value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value)
/** A new text costs about so many bits. */
const toSpell = 24

function choiceOf(given: readonly Json[], scope: Scope): { readonly kind: Kind; readonly fit?: Distance } {
  const [first] = given
  if (first === undefined) return { kind: 'texts' }
  if (given.every(isId)) return { kind: 'ids' }
  if (typeof first === 'string' && given.every(isHash)) return { kind: 'hashes' }
  if (given.every(Array.isArray)) return { kind: 'lists' }
  if (given.every(isDict)) return { kind: 'objects' }
  const days = given.every(isDate)
  if (days || given.every(isWhole)) {
    const own = placesOf(given as string[])
    const fit = distanceOf(days ? (given as string[]).map(dayOf) : (given as number[]), scope, days)
    const bits = bitsFor(own.most)
    const near = bits > 8 ? Infinity : fitOf(own.all, bits, scope).cost + own.most * toSpell
    if (fit.cost <= near) return { kind: days ? 'days' : 'numbers', fit }
  }
  return { kind: given.every((value) => typeof value === 'string') ? 'texts' : 'json' }
}

function hashes(coder: Coder, given: readonly string[] | undefined, rows: number): string[] {
  const length = whole(coder, given?.[0]?.length ?? 0)
  return Array.from({ length: rows }, (_, row) => {
    let text = ''
    for (let from = 0; from < length; from += 4) {
      const value = given === undefined ? 0 : parseInt((given[row] ?? '').slice(from, from + 4), 16)
      text += hex4(coder.raw(16, value))
    }
    return text
  })
}

const mostValues = 1_000_000

/** Before anything is made for so many. */
function atMost(count: number): number {
  if (count >= 0 && count <= mostValues) return count
  throw new Error('these are no columns')
}

function lists(
  coder: Coder,
  given: readonly (readonly Json[])[] | undefined,
  rows: number,
  scope: Scope,
  all: Shared,
): Column {
  const lengths = column(
    coder,
    given?.map(({ length }) => length),
    rows,
    scope,
    all,
  )
  atMost((lengths.values as number[]).reduce((sum, length) => sum + length, 0))
  const owners = lengths.values.flatMap((length, row) => Array.from({ length: length as number }, () => row))
  const inner = column(
    coder,
    given?.flat(),
    owners.length,
    scopeAt([...scope, ...lengths.known], owners),
    all,
  )
  let from = 0
  const values = lengths.values.map((length) => inner.values.slice(from, (from += length as number)))
  // What comes after a list knows its last.
  from = 0
  const last = values.map(({ length }) => (length === 0 ? undefined : (from += length) - 1))
  return { values, known: scopeAt(inner.known, last) }
}

function objects(
  coder: Coder,
  given: readonly Dict[] | undefined,
  rows: number,
  outer: Scope,
  all: Shared,
): Column {
  const own = given === undefined ? undefined : keysOf(given)
  const keys = texts(coder, own, atMost(whole(coder, own?.length ?? 0)), all.letters)
  const made = Array.from({ length: rows }, (): Record<string, Json> => ({}))
  let scope = outer
  for (const key of keys) {
    const there = presence(coder, given, rows, { key, scope })
    const at = there?.flatMap((is, row) => (is === 0 ? [] : [row])) ?? Array.from(made.keys())
    const values = given === undefined ? undefined : at.map((row) => given[row]?.[key] as Json)
    const told = column(coder, values, at.length, there === undefined ? scope : scopeAt(scope, at), all)
    for (const [index, row] of at.entries()) put(made[row] ?? {}, key, told.values[index] as Json)
    scope =
      there === undefined
        ? [...scope, ...told.known]
        : [...scope, { places: () => there }, ...spread(told.known, at, rows)]
  }
  return { values: made, known: scope.slice(outer.length) }
}

/** Lists of texts last: whose ids they name is known by then. */
function keysOf(given: readonly Dict[]): string[] {
  const keys = [...new Set(given.flatMap(Object.keys))]
  const isNaming = (key: string) =>
    given.some((value) => Array.isArray(value[key]) && typeof value[key][0] === 'string')
  return [...keys.filter((key) => !isNaming(key)), ...keys.filter(isNaming)]
}

/** For each row 1 or 0; nothing where all have it. */
function presence(
  coder: Coder,
  given: readonly Dict[] | undefined,
  rows: number,
  { key, scope }: { readonly key: string; readonly scope: Scope },
): number[] | undefined {
  const there = given?.map((value) => (Object.hasOwn(value, key) ? 1 : 0))
  return coder.raw(1, there?.includes(0) === true ? 1 : 0) === 0
    ? undefined
    : places(coder, there, { rows, bits: 1, scope })
}

function put(record: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
  else record[key] = value
}

/** What is known of some rows, at their places among all. */
function spread(known: Scope, at: readonly number[], rows: number): Scope {
  const wide = Array.from<number | undefined>({ length: rows })
  for (const [index, row] of at.entries()) wide[row] = index
  return scopeAt(known, wide)
}
