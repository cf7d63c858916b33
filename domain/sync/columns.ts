import { Type, type Static } from 'typebox'

/** Columns as they cross the line; `unfolded` looks at what is in them. */
export const Folded = Type.Object({
  count: Type.Integer({ minimum: 0, maximum: 100_000 }),
  columns: Type.Unknown(),
  /** What is chance in ids and hashes, in the order of the columns: to tell it from words packs both better. */
  chance: Type.String(),
})
/**
 * Records as columns: what all have of one field stands together, which packs better than record after record. Ids of
 * version 7 are told apart into time and chance, instants into steps from one to the next, lists and objects into
 * columns of their own.
 */
export type Folded = Static<typeof Folded>

type Json = boolean | number | string | readonly Json[] | Dict
interface Dict {
  readonly [key: string]: Json
}
type Values = readonly (Json | undefined)[]
type Places = readonly (number | null)[]

/** Each with its kind in front; `null` stands for a field that a record does not have. */
type Column =
  | readonly ['values', readonly (Json | null)[]]
  | readonly ['same', Json]
  | readonly ['ids', steps: Places, whose: Places | 0]
  | readonly ['hashes', readonly (0 | 1)[] | 0]
  | readonly ['steps', Places]
  | readonly ['lists', lengths: Places, Column]
  | readonly ['objects', readonly (0 | 1)[] | 0, readonly (readonly [key: string, Column])[]]

const idForm = /^([\da-f]{8})-([\da-f]{4})-7([\da-f]{3})-([\da-f]{4})-([\da-f]{12})$/
const idChance = 19
const hashForm = /^[\da-f]{64}$/
const hashChance = 64
const isInstant = (value: Json) =>
  typeof value === 'number' && Number.isInteger(value) && value > 1e11 && value < 1e14
const isDict = (value: Json): value is Dict => typeof value === 'object' && !Array.isArray(value)

/** Records of JSON in columns; `undefined` when one has a `null` somewhere, for which columns have no place. */
export function folded(records: readonly object[]): Folded | undefined {
  // What crosses the line is JSON.
  const values = records as readonly Dict[]
  if (values.some(hasNull)) return undefined
  const chance: string[] = []
  const columns = columnOf(values, chance)
  return { count: records.length, columns, chance: chance.join('') }
}

function hasNull(value: Json | null): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).some(hasNull))
}

function columnOf(values: Values, chance: string[]): Column {
  const given = values.filter((value) => value !== undefined)
  const [first] = given
  const are = (is: (value: Json) => boolean) => first !== undefined && given.every(is)
  if (are((each) => each === first) && first !== undefined && given.length === values.length)
    return ['same', first]
  if (are((each) => typeof each === 'string' && idForm.test(each)))
    return idsOf(values as readonly (string | undefined)[], chance)
  if (are((each) => typeof each === 'string' && hashForm.test(each))) {
    chance.push(...(given as readonly string[]))
    return ['hashes', presence(values)]
  }
  if (are(isInstant)) return ['steps', stepsOf(values as readonly (number | undefined)[])]
  if (are(Array.isArray)) {
    const lists = values as readonly (readonly Json[] | undefined)[]
    return [
      'lists',
      lists.map((list) => list?.length ?? null),
      columnOf(
        lists.flatMap((list) => list ?? []),
        chance,
      ),
    ]
  }
  if (are(isDict)) return objectsOf(values as readonly (Dict | undefined)[], chance)
  return ['values', values.map((value) => value ?? null)]
}

const presence = (values: Values) =>
  values.includes(undefined) ? values.map((value) => (value === undefined ? 0 : 1)) : 0

function objectsOf(values: readonly (Dict | undefined)[], chance: string[]): Column {
  const there = values.filter((value) => value !== undefined)
  const keys = [...new Set(there.flatMap((value) => Object.keys(value)))]
  const of = (key: string) =>
    columnOf(
      there.map((value) => (Object.hasOwn(value, key) ? value[key] : undefined)),
      chance,
    )
  return ['objects', presence(values), keys.map((key) => [key, of(key)] as const)]
}

/** Each id once, in order; then whose is whose, unless each has its own in that order. */
function idsOf(values: readonly (string | undefined)[], chance: string[]): Column {
  const ids = [...new Set(values.flatMap((id) => id ?? []))].toSorted()
  const times = ids.map((id) => {
    const [, high = '', low = '', ...rest] = idForm.exec(id) ?? []
    chance.push(rest.join(''))
    return parseInt(high + low, 16)
  })
  const places = new Map(ids.map((id, place) => [id, place]))
  const isOwn = ids.length === values.length && values.every((id, place) => id === ids[place])
  const whose = values.map((id) => (id === undefined ? null : (places.get(id) ?? null)))
  return ['ids', stepsOf(times), isOwn ? 0 : whose]
}

function stepsOf(values: readonly (number | undefined)[]): (number | null)[] {
  let before = 0
  return values.map((value) => {
    if (value === undefined) return null
    const step = value - before
    before = value
    return step
  })
}

/** The records that were folded, but for the order of their fields. Throws when these are no columns. */
export function unfolded({ count, columns, chance }: Folded): unknown[] {
  let at = 0
  const take = (length: number) => chance.slice(at, (at += length))
  const records = valuesOf(columns as Column, count, take)
  if (at !== chance.length || records.includes(undefined)) throw new Error('these are no columns')
  return records
}

type Take = (length: number) => string

function valuesOf(column: Column, count: number, take: Take): (Json | undefined)[] {
  const values = valuesIn(column, count, take)
  if (values.length !== count) throw new Error('a column has another length')
  return values
}

function valuesIn(column: Column, count: number, take: Take): (Json | undefined)[] {
  switch (column[0]) {
    case 'values':
      return column[1].map((value) => value ?? undefined)
    case 'same':
      return Array.from({ length: count }, () => column[1])
    case 'ids':
      return idsIn(column, take)
    case 'hashes':
      return spread(column[1], count, (many) => Array.from({ length: many }, () => take(hashChance)))
    case 'steps':
      return sumsOf(column[1])
    case 'lists': {
      const [, lengths, inner] = column
      const all = valuesOf(
        inner,
        lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0),
        take,
      )
      let from = 0
      return lengths.map((length) =>
        length === null ? undefined : (all.slice(from, (from += length)) as readonly Json[]),
      )
    }
    case 'objects':
      return spread(column[1], count, (many) => objectsIn(column[2], many, take))
    default:
      throw new Error('this is no column')
  }
}

/** As many as are there, each at its place. */
function spread(
  there: readonly (0 | 1)[] | 0,
  count: number,
  make: (many: number) => readonly Json[],
): Values & Json[] {
  if (there === 0) return [...make(count)]
  const made = make(there.reduce<number>((sum, each) => sum + each, 0)).values()
  return there.map((each) => (each === 1 ? made.next().value : undefined)) as Json[]
}

function objectsIn(fields: readonly (readonly [string, Column])[], count: number, take: Take): Dict[] {
  const columns = fields.map(([key, column]) => [key, valuesOf(column, count, take)] as const)
  return Array.from({ length: count }, (_, place) =>
    Object.fromEntries(
      columns.flatMap(([key, values]) => {
        const value = values[place]
        return value === undefined ? [] : [[key, value]]
      }),
    ),
  )
}

function idsIn([, steps, whose]: Extract<Column, readonly ['ids', ...unknown[]]>, take: Take) {
  const ids = sumsOf(steps).map((time) => {
    const hex = (time ?? 0).toString(16).padStart(12, '0')
    const chance = take(idChance)
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7${chance.slice(0, 3)}-${chance.slice(3, 7)}-${chance.slice(7)}`
  })
  return whose === 0 ? ids : whose.map((place) => (place === null ? undefined : ids[place]))
}

function sumsOf(steps: Places): (number | undefined)[] {
  let before = 0
  return steps.map((step) => (step === null ? undefined : (before += step)))
}
