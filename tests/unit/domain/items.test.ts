import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { customers } from '#domain/customer/customer.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { decisions, heldBy, itemKinds, supervisors, type Item } from '#domain/item/item.ts'
import { refusalCodes } from '#domain/item/refusals.ts'
import { fieldsOf, isRight, isWhole, withValue } from '#domain/item/step-fields.ts'
import { maySend, stepsToSend, type StepDraft } from '#domain/item/steps-to-send.ts'
import { waysOf } from '#domain/item/ways.ts'
import { everyProblem } from '#domain/problems.ts'
import { roles } from '#domain/staff/roles.ts'
import { neededProtocol, stepOf, steps, type StepName } from '#domain/steps.ts'
import type { Step } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { customer, provisional, ticket } from '#tests/server/payloads.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const item: Item = {
  id: 'i1',
  rev: 1,
  kind: 'conflict',
  status: 'open',
  problem: 'field_changed_by_other',
  centreId: 'KDI',
  opId: 'op1',
  operation: {},
  actorId: 'ani',
  at: 1,
  docCollection: 'customers',
  docId: 'c1',
  customerId: 'c1',
  fields: [{ field: 'phone', base: '+628171000001', mine: '+628171000003', theirs: '+628171000002' }],
}

function world(customerNow: Customer, ...items: Item[]) {
  const records = new RecordMap()
  records.put({ collection: 'customers', record: customerNow })
  for (const record of items) records.put({ collection: 'items', record })
  return records
}
const c1 = customer('c1', 'KDI', { phone: '+628171000002' })
const run = (records: RecordMap, seq: number, ...all: Step[]) => runOperation(records, operationOf(seq, all))
const written = (outcome: ReturnType<typeof runOperation>, collection: string) =>
  outcome.done ? outcome.writes.find((write) => write.collection === collection)?.record : undefined

test('[I2] a decision says who, what and in which operation, and the same wish again changes nothing', () => {
  const records = world(c1, item)
  const take = stepOf('decideItem', {
    itemId: 'i1',
    decision: 'take_mine',
    customerId: 'c1',
    note: 'Ditelepon',
  })
  const first = run(records, 1, take)
  expect(written(first, 'customers')).toMatchObject({ phone: '+628171000003' })
  expect(written(first, 'items')).toMatchObject({
    status: 'decided',
    decision: 'take_mine',
    decidedIn: operationOf(1, []).opId,
    note: 'Ditelepon',
  })
  if (first.done) for (const write of first.writes) records.put(write)
  expect(run(records, 1, take)).toMatchObject({ done: true, writes: [] })
  expect(run(records, 2, take)).toMatchObject({ done: true, writes: [] })
})

test('[I2] another wish about a decided item is refused, so that its author hears of it', () => {
  const decided: Item = { ...item, status: 'decided', decision: 'edited', values: { phone: '+628170000001' } }
  const edit = (phone: string) =>
    stepOf('decideItem', { itemId: 'i1', decision: 'edited', customerId: 'c1', values: { phone } })
  expect(run(world(c1, decided), 1, edit('+628170000002'))).toMatchObject({ problem: 'item_decided' })
  expect(run(world(c1, decided), 1, edit('+628170000001'))).toMatchObject({ done: true, writes: [] })
  const sent: Item = { ...item, kind: 'refused', status: 'decided', decision: 'sent' }
  expect(run(world(c1, sent), 1, stepOf('decideItem', { itemId: 'i1', decision: 'sent' }))).toMatchObject({
    problem: 'item_decided',
  })
})

test('[I3] a value that somebody changed after the decider looked stays, and a new item shows both', () => {
  const decide = stepOf(
    'decideItem',
    { itemId: 'i1', decision: 'edited', customerId: 'c1', values: { phone: '+628171000009' } },
    { phone: '+628171000002' },
  )
  expect(written(run(world(c1, item), 1, decide), 'customers')).toMatchObject({ phone: '+628171000009' })
  const changed = { ...c1, phone: '+628171000777' }
  const outcome = run(world(changed, item), 1, decide)
  expect(written(outcome, 'customers')).toMatchObject({ phone: '+628171000777' })
  expect(written(outcome, 'items')).toMatchObject({ status: 'decided' })
  expect(outcome).toMatchObject({
    attention: [
      {
        kind: 'conflict',
        fields: [{ field: 'phone', base: '+628171000002', mine: '+628171000009', theirs: '+628171000777' }],
      },
    ],
  })
})

test('[I12] whoever decides may write only what the same role may change directly', () => {
  const name = { itemId: 'i1', decision: 'edited', customerId: 'c1', values: { name: 'Lain' } } as const
  const phone = { ...name, values: { phone: '+628171000009' } } as const
  const may = (payload: typeof name | typeof phone) =>
    roles.filter((role) => steps.decideItem.permits(role, payload))
  expect(may(name)).toEqual(['branch', 'supervisor'])
  expect(may(phone)).toEqual(['agent', 'branch', 'supervisor'])
})

test('[I5] each hand-over stands in the item once, and everybody sees who has it', () => {
  const records = world(c1, item)
  const toSari = stepOf('handOverItem', { itemId: 'i1', toId: 'sari', note: 'Tolong' })
  const first = run(records, 1, toSari)
  if (!first.done) throw new Error('refused')
  for (const write of first.writes) records.put(write)
  expect(run(records, 1, toSari)).toMatchObject({ done: true, writes: [] })
  const second = run(records, 2, stepOf('handOverItem', { itemId: 'i1' }))
  const now = written(second, 'items') as Item
  expect(now.handOvers).toMatchObject([{ to: 'sari', note: 'Tolong' }, { by: 'ani' }])
  expect([heldBy(item), heldBy(written(first, 'items') as Item), heldBy(now)]).toEqual([
    undefined,
    'sari',
    supervisors,
  ])
})

test('[V3] a decision of protocol 1 is understood, and its fields of later versions are taken away', () => {
  const old: Step = {
    kind: 'decideItem',
    v: 1,
    payload: { itemId: 'i1', decision: 'take_mine', customerId: 'c1', values: { phone: '+628171000009' } },
  }
  expect(written(run(world(c1, item), 1, old), 'customers')).toMatchObject({ phone: '+628171000003' })
  expect(run(world(c1, item), 1, { ...old, payload: { itemId: 'i1', decision: 'edited' } })).toMatchObject({
    problem: 'bad_operation',
  })
  expect(run(world(c1, item), 1, { ...old, v: 3 })).toMatchObject({ problem: 'unknown_step' })
  expect(neededProtocol({ steps: [old] })).toBe(1)
  expect(neededProtocol({ steps: [stepOf('decideItem', { itemId: 'i1', decision: 'noted' })] })).toBe(2)
})

test('[I7] every role has a way out of every kind of item', () => {
  const kinds = itemKinds.flatMap((kind) =>
    roles.map((role) => [kind, role, waysOf({ ...item, kind }, role)] as const),
  )
  for (const [kind, role, ways] of kinds) expect([kind, role, ways.length >= 3]).toEqual([kind, role, true])
})

test('[I7] every code with which work can be refused is one that has words', () => {
  const files = globSync(
    ['domain/{*.ts,!(courier)/**/*.ts}', 'sync-server/sync/check-operation.ts', 'sync-server/sync/effect.ts'],
    {
      cwd: join(import.meta.dirname, '../../..'),
    },
  )
  const codes = files.flatMap((file) =>
    [
      ...readFileSync(join(import.meta.dirname, '../../..', file), 'utf8').matchAll(
        /refused\('(\w+)'|return '(\w+)'|problem: '(\w+)'|\? undefined : '(\w+)'/g,
      ),
    ].map((match) => match.slice(1).find((code) => code !== undefined) ?? ''),
  )
  const refusing = [...new Set(codes)].filter((code) => Object.hasOwn(everyProblem, code))
  // These come with work that took effect otherwise.
  const beside = [
    'task_finished',
    'ticket_done',
    'field_changed_by_other',
    'status_not_reachable',
    'several_matches',
  ]
  expect(refusing.filter((code) => !(refusalCodes as readonly string[]).includes(code)).toSorted()).toEqual(
    beside.toSorted(),
  )
})

test('the work of a refused operation can be changed and sent, without what it decided about other items', () => {
  const drafts = stepsToSend({
    operation: {
      ...operationOf(1, [
        stepOf('openTicket', ticket('t1', 'KDI1')),
        stepOf('decideItem', { itemId: 'i9', decision: 'noted' }),
      ]),
    },
  })
  expect(drafts.map(({ kind }) => kind)).toEqual(['openTicket'])
  expect(maySend('admin', drafts)).toBe(false)
  expect(maySend('agent', drafts)).toBe(true)
  expect(
    stepsToSend({ operation: { ...operationOf(1, [{ kind: 'teleport', v: 1, payload: {} }]) } }),
  ).toEqual([])
  expect(stepsToSend({ operation: {} })).toEqual([])
})

test('a form has the fields that people change, and says what is not right', () => {
  const draft: StepDraft = { kind: 'openTicket', payload: { ...ticket('t1', 'KDI1'), customerId: 'c1' } }
  expect(fieldsOf(draft).map(({ name, input }) => `${name} ${input}`)).toEqual([
    'customerId customer',
    'type choice',
    'department choice',
    'priority choice',
    'ownerId staff',
    'subject line',
    'description words',
    'channel choice',
    'reasonCode reason',
  ])
  const subject = fieldsOf(draft).find(({ name }) => name === 'subject')
  if (subject === undefined) throw new Error('no subject')
  const blank = withValue(draft, subject, '   ')
  expect([isRight(blank, subject), isWhole(blank), isWhole(draft)]).toEqual([false, false, true])
  const values: StepDraft = { kind: 'decideItem', payload: { itemId: 'i1', values: { city: 'Kendari' } } }
  expect(fieldsOf(values).map(({ name }) => name)).toEqual(['city'])
  const contact: StepDraft = {
    kind: 'changeContactDetails',
    payload: { customerId: 'c1', changes: { phone: '+628171000001' } },
  }
  const phone = fieldsOf(contact).find(({ name }) => name === 'phone')
  if (phone === undefined) throw new Error('no phone')
  expect(withValue(contact, phone, '0817 1000 002').payload).toEqual({
    customerId: 'c1',
    changes: { phone: '+628171000002' },
  })
  expect(isRight(withValue(contact, phone, 'besok'), phone)).toBe(false)
  expect(isRight(withValue(contact, phone, ''), phone)).toBe(true)
})

test('every kind of step makes a form without a field that has no words', async () => {
  const { fieldName } = await import('#renderer/work/field-words.ts')
  const { catalogues } = await import('#renderer/words/words.ts')
  const payloads: Partial<Record<StepName, object>> = {
    registerCustomer: provisional('n1', 'KDI1'),
    amendCustomer: {
      changes: Object.fromEntries(Object.keys(customers.schema.properties).map((each) => [each, 'x'])),
    },
    changeContactDetails: { changes: { phone: '', altPhone: '', email: '', addressLine: '', city: '' } },
  }
  for (const kind of Object.keys(steps) as StepName[]) {
    const names = fieldsOf({ kind, payload: { ...payloads[kind] } }).map(({ name }) => name)
    for (const words of Object.values(catalogues))
      expect([kind, names.filter((name) => fieldName(name, words) === name)]).toEqual([kind, []])
  }
  expect(decisions.every((decision) => catalogues.en.terms.decision[decision] !== '')).toBe(true)
})
