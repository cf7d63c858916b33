import { Type, type Static } from 'typebox'
import { amendable, type AmendableField } from '#domain/customer/customer.ts'
import { mayChange } from '#domain/customer/may-change.ts'
import { mergeFields, type Changes } from '#domain/customer/merge-fields.ts'
import { id, oneOf, text } from '#domain/fields.ts'
import { decisions, type Item } from '#domain/item/item.ts'
import type { Ref, Records, Write } from '#domain/sync/records.ts'
import {
  defineStep,
  refused,
  unchanged,
  type Attention,
  type StepContext,
  type StepOutcome,
} from '#domain/sync/step.ts'

const orNothing = (field: (typeof amendable)['phone']) => Type.Union([field, Type.Literal('')])
const values = Type.Partial(
  Type.Object({
    ...amendable,
    phone: orNothing(amendable.phone),
    altPhone: orNothing(amendable.altPhone),
    email: orNothing(amendable.email),
  }),
  { additionalProperties: false },
)

const payload = Type.Object({
  itemId: id(),
  decision: oneOf(decisions),
  /** The customer that a decision about a conflict writes. */
  customerId: Type.Optional(id()),
  /** The values to write, by field; without them `take_mine` writes what the agent wanted. */
  values: Type.Optional(values),
  /** With `linked`: whom the registered customer turned out to be. */
  survivorId: Type.Optional(id()),
  note: Type.Optional(text(1000)),
})
type Decided = Static<typeof payload>

/** What consoles of protocol 1 send. Understood until November 2027. [V3] */
const first = {
  v: 1,
  payload: Type.Object({
    itemId: id(),
    decision: oneOf(['keep_present', 'take_mine', 'noted'] as const),
    customerId: Type.Optional(id()),
  }),
  upgrade: (old: Readonly<Record<string, unknown>>) => old,
}

/**
 * A person closes an item. What it writes is written in view of `seen`, the values that the person saw: one that
 * somebody changed meanwhile stays, and a new item shows both. [I3]
 */
export const decideItem = defineStep({
  kind: 'decideItem',
  v: 2,
  since: 2,
  older: [first],
  payload,
  permits: (role, { values = {} }) =>
    Object.keys(values).every((field) => mayChange(role, field as AmendableField)),
  touches: ({ itemId, customerId }): Ref[] => [
    { collection: 'items', id: itemId },
    ...(customerId === undefined ? [] : [{ collection: 'customers' as const, id: customerId }]),
  ],
  apply: (records, payload, seen, context) => {
    const item = records.get('items', payload.itemId)
    if (item === undefined) return refused('unknown_record')
    if (item.status === 'decided') return decidedBefore(item, payload, context)
    if (!fits(item, payload)) return refused('bad_operation')
    const closed = closedItem(item, payload, context)
    const wanted = item.kind === 'conflict' ? wantedValues(item, payload) : undefined
    return wanted === undefined
      ? { done: true, writes: [closed] }
      : withValues(records, item, closed, wanted, seen)
  },
})

/** The same wish again is nothing to do; another one is told, since what it would have written is not there. [I2] */
function decidedBefore(item: Item, payload: Decided, { opId, actorId }: StepContext): StepOutcome {
  if (item.decidedIn === opId) return unchanged
  const writes = payload.decision !== 'keep_present' && payload.decision !== 'noted'
  const same =
    item.decision === payload.decision &&
    payload.decision !== 'sent' &&
    payload.survivorId === item.survivorId &&
    (payload.values === undefined || JSON.stringify(payload.values) === JSON.stringify(item.values))
  return same || (item.decidedBy === actorId && !writes) ? unchanged : refused('item_decided')
}

/** The decisions that only one kind of item knows. */
function fits({ kind }: Item, { decision, survivorId }: Decided): boolean {
  if (decision === 'edited') return kind === 'conflict'
  if (decision === 'linked') return kind === 'match' && survivorId !== undefined
  return decision !== 'sent' || kind === 'refused' || kind === 'transition'
}

function closedItem(item: Item, payload: Decided, { opId, actorId, at }: StepContext): Write {
  const { decision, values, survivorId, note } = payload
  return {
    collection: 'items',
    record: {
      ...item,
      status: 'decided',
      decision,
      decidedBy: actorId,
      decidedAt: at,
      decidedIn: opId,
      ...(values === undefined ? {} : { values: { ...values } }),
      ...(survivorId === undefined ? {} : { survivorId }),
      ...(note === undefined || note === '' ? {} : { note }),
    },
  }
}

function wantedValues(item: Item, { decision, values }: Decided): Changes | undefined {
  if (decision !== 'take_mine' && decision !== 'edited') return undefined
  return values ?? Object.fromEntries((item.fields ?? []).map(({ field, mine }) => [field, mine]))
}

function withValues(
  records: Records,
  item: Item,
  closed: Write,
  wanted: Changes,
  seen: Readonly<Record<string, unknown>>,
): StepOutcome {
  const present = records.get('customers', item.customerId ?? '')
  if (present === undefined) return refused('unknown_record')
  const { customer, conflicts } = mergeFields(present, wanted, viewOf(present, wanted, seen))
  const attention: Attention[] =
    conflicts.length === 0
      ? []
      : [
          {
            kind: 'conflict',
            problem: 'field_changed_by_other',
            subject: { collection: 'customers', id: present.id },
            customerId: present.id,
            fields: conflicts,
          },
        ]
  return { done: true, writes: [closed, { collection: 'customers', record: customer }], attention }
}

/** What the person saw of each field. A console of protocol 1 does not say; its decision is about the present values. */
function viewOf(
  present: Readonly<Record<string, unknown>>,
  wanted: Changes,
  seen: Readonly<Record<string, unknown>>,
): Changes {
  return Object.fromEntries(
    Object.keys(wanted).map((field) => {
      const view = Object.hasOwn(seen, field) ? seen[field] : present[field]
      return [field, typeof view === 'string' ? view : '']
    }),
  )
}
