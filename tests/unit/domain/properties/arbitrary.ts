import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { collectionNames, entities, type AnyRecord, type CollectionName } from '#domain/entities.ts'
import { steps, type StepName } from '#domain/steps.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import { RecordMap, type Write } from '#domain/sync/records.ts'

/** The JSON schema that a TypeBox schema is. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** Few of each, so that pieces of work meet. */
const idsOf: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(customerId|absorbedId|survivorId|mergedInto|absorbedIds|candidateIds)$/, ['c1', 'c2', 'c3']],
  [/^(ticketIds?|otherTicketId)$/, ['t1', 't2']],
  [/^contactId$/, ['k1', 'k2']],
  [/^itemId$/, ['i1', 'i2']],
  [/^queueTicketId$/, ['q1', 'q2']],
  [/./, ['a1', 'a2']],
]

/** Anything that the schema takes; short where length decides nothing. `name` is the field that it stands in. */
function valid(schema: TSchema, name = ''): fc.Arbitrary<unknown> {
  return ofSchema(schema, name)
}

function ofSchema(schema: Schema, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => ofSchema(each, name)))
  if (schema.type === 'object') return ofObject(schema)
  if (schema.type === 'array')
    return fc.array(ofSchema(schema.items ?? {}, name), { maxLength: Math.min(schema.maxItems ?? 3, 3) })
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 41) })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'string') return ofString(schema, name)
  throw new Error(`no arbitrary for ${JSON.stringify(schema).slice(0, 200)}`)
}

function ofObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, each]) => [key, ofSchema(each, key)]),
  )
  return fc.record(fields, { requiredKeys: required.filter((key) => Object.hasOwn(properties, key)) })
}

function ofString({ pattern, minLength = 0, maxLength = 20 }: Schema, name: string): fc.Arbitrary<string> {
  if (pattern === undefined && minLength === 1)
    return fc.constantFrom(...(idsOf.find(([field]) => field.test(name))?.[1] ?? []))
  if (pattern === undefined)
    return fc.constantFrom('', 'satu', 'dua', 'tiga').map((text) => text.slice(0, maxLength))
  // Two or three values of each pattern, so that people type the same.
  const some = fc.sample(
    fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength),
    {
      numRuns: 3,
      seed: 20_261_123,
    },
  )
  return fc.constantFrom(...some)
}

/** A step of this kind with any payload that its schema takes, and any memory of what was seen. */
export function stepOfKind(kind: StepName): fc.Arbitrary<Step> {
  const { payload, v } = steps[kind]
  const seen = fc.dictionary(
    fc.constantFrom('phone', 'email', 'city', 'name', 'pinnedNote'),
    fc.constantFrom('', 'satu', 'dua'),
  )
  return fc
    .record({ payload: valid(payload), seen })
    .map((each): Step => ({ kind, v, payload: each.payload as Step['payload'], seen: each.seen }))
}

export const stepKinds = Object.keys(steps) as StepName[]
export const anyStep: fc.Arbitrary<Step> = fc.oneof(...stepKinds.map(stepOfKind))

/** Records as headquarters may have them: some of each kind, any of them missing. */
export const anyRecords: fc.Arbitrary<readonly Write[]> = fc
  .tuple(
    ...collectionNames.flatMap((collection) =>
      namesIn(collection).map((id) =>
        fc.option(
          valid(entities[collection].schema).map(
            (record) => ({ collection, record: unlinked({ ...(record as AnyRecord), id, rev: 1 }) }) as Write,
          ),
          { nil: undefined },
        ),
      ),
    ),
  )
  .map((writes) => writes.flatMap((write) => write ?? []))

/** Links are made by steps, both ends at once; half of one is no state that headquarters has. */
function unlinked(record: AnyRecord): AnyRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([field]) => field !== 'mergedInto' && field !== 'absorbedIds'),
  ) as AnyRecord
}

function namesIn(collection: CollectionName): readonly string[] {
  const own: Partial<Record<CollectionName, readonly string[]>> = {
    customers: ['c1', 'c2', 'c3'],
    tickets: ['t1', 't2'],
    contacts: ['k1'],
    items: ['i1', 'i2'],
    queueTickets: ['q1', 'q2'],
  }
  return own[collection] ?? []
}

export function recordsOf(writes: readonly Write[]): RecordMap {
  const records = new RecordMap()
  for (const write of writes) records.put(write)
  return records
}

/** Operations of one device, in its order, of people and instants that may be the same. */
export function operationsOf(
  step: fc.Arbitrary<Step>,
  { device = 'd1', most = 6, steps: mostSteps = 3 } = {},
): fc.Arbitrary<readonly Operation[]> {
  const operation = fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: mostSteps }),
    actorId: fc.constantFrom('a1', 'a2'),
    capturedAt: fc.constantFrom(1_700_000_000_000, 1_700_000_000_001, 0),
  })
  return fc.array(operation, { minLength: 1, maxLength: most }).map((all) =>
    all.map((each, index) => ({
      ...each,
      opId: `${device}-${index + 1}`,
      deviceId: device,
      deviceSeq: index + 1,
      centreId: 'KDI',
    })),
  )
}

/**
 * How often a property is tried, always with the same cases. `LOKET_PROPERTIES=7` takes others and ten times as many;
 * what they find stands in `examples.test.ts`.
 */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const other = process.env['LOKET_PROPERTIES']
  return other === undefined ? { numRuns, seed: 20_261_123 } : { numRuns: 10 * numRuns, seed: Number(other) }
}
