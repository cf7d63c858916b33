import type { AmendableField, Customer } from '#domain/customer/customer.ts'
import type { Item } from '#domain/item/item.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import { stepOf } from '#domain/steps.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import { renewed } from '#renderer/data/commands/renewed.ts'
import type { Commands } from '#renderer/data/contract.ts'
import type { ExportedWork } from '#renderer/data/contract-inbox.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { laterKey, type Later } from '#renderer/data/later.ts'
import { plain, readRecords } from '#renderer/data/replica.ts'

type Values = Partial<Record<AmendableField, string>>

export const decideItem: Work<'decideItem'> = async (desk, { itemId, decision, note, ...more }) => {
  const said = note === undefined ? {} : { note }
  const item = await itemOf(desk, itemId)
  const writes = decision === 'take_mine' || decision === 'edited'
  if (!writes || item?.kind !== 'conflict' || item.customerId === undefined)
    return doWork(desk, null, () => [stepOf('decideItem', { itemId, decision, ...said })])
  const { customerId } = item
  const values = more.values ?? mineOf(item)
  const seen = more.seen ?? (await presentOf(desk, customerId, Object.keys(values) as AmendableField[]))
  // The form checked them; what breaks the schema all the same is refused by the capture.
  const written = values as Record<string, never>
  return doWork(desk, null, () => [
    stepOf('decideItem', { itemId, decision, customerId, values: written, ...said }, seen),
  ])
}

/** The changed work and the decision are one operation: both take effect at headquarters or neither. [I4] */
export const sendForItem: Work<'sendForItem'> = async (desk, { itemId, steps, note }) => {
  const item = await itemOf(desk, itemId)
  if (item === undefined) return { ok: false, problem: 'unknown_record' }
  const customers = (await readRecords(desk.core.replica, 'customers', customersIn(steps))) as Customer[]
  return doWork(desk, null, (minter) => [
    ...renewed(desk, minter, steps, { customers, newIds: item.problem === 'id_taken' }),
    stepOf('decideItem', { itemId, decision: 'sent', ...(note === undefined ? {} : { note }) }),
  ])
}

export const handOverItem: Work<'handOverItem'> = (desk, request) =>
  doWork(desk, null, () => [stepOf('handOverItem', request)])

export const postponeItem: Work<'postponeItem'> = async (desk, { itemId, until }) => {
  const person = desk.sessions.person.value
  if (person === undefined) return locked
  const { local, around } = desk.core
  const known = Object.entries((await local.get<Later>(laterKey(person.id))) ?? {})
  const rest = known.filter(([id, at]) => id !== itemId && at > around.now())
  await local.set(laterKey(person.id), Object.fromEntries([...rest, [itemId, until]]))
  return { ok: true, value: null }
}

export const handInParked: Work<'handInParked'> = async (desk, { opId }) => {
  const { core } = desk
  await core.exclusive(async () => {
    const parked = core.outbox.unsettled().filter((entry) => entry.opId === opId && entry.state === 'parked')
    if (parked.length > 0) await core.outbox.change(parked.map((entry) => ({ ...entry, state: 'handed_in' })))
  })
  void desk.conductor.syncNow()
  return { ok: true, value: null }
}

/** A file leaves every protection behind, so whose it is to make is asked here and not on the screen. [I9] */
export const exportItems: Work<'exportItems'> = async (desk, { what }) => {
  const role = desk.sessions.person.value?.role
  if (role === undefined) return locked
  if (what === 'items' && !leadsCentre(role)) return { ok: false, problem: 'not_permitted' }
  const label = desk.core.enrolment.value?.label ?? ''
  const rows = what === 'parked' ? parkedOf(desk) : await itemsOf(desk)
  const value: ExportedWork = {
    name: `loket-${label}-${what}-${new Date(desk.core.around.now()).toISOString().slice(0, 10)}.jsonl`,
    text: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    count: rows.length,
  }
  return { ok: true, value }
}

function parkedOf(desk: Desk): readonly object[] {
  return desk.core.outbox
    .unsettled()
    .filter(({ state, result }) => result === undefined && (state === 'parked' || state === 'handed_in'))
    .map(({ state, tries, problem, operation }) => ({ state, tries, problem, operation }))
}

async function itemsOf(desk: Desk): Promise<readonly Item[]> {
  const found = await desk.core.replica.items.find().exec()
  return found.map((document) => plain<Item>(document)).toSorted((a, b) => a.at - b.at)
}

async function itemOf(desk: Desk, itemId: string): Promise<Item | undefined> {
  const [item] = (await readRecords(desk.core.replica, 'items', [itemId])) as Item[]
  return item
}

function mineOf(item: Item): Values {
  return Object.fromEntries((item.fields ?? []).map(({ field, mine }) => [field, mine]))
}

async function presentOf(desk: Desk, customerId: string, fields: readonly AmendableField[]): Promise<Values> {
  const [customer] = (await readRecords(desk.core.replica, 'customers', [customerId])) as Customer[]
  return Object.fromEntries(fields.map((field) => [field, customer?.[field] ?? '']))
}

function customersIn(steps: Parameters<Commands['sendForItem']>[0]['steps']): string[] {
  return [
    ...new Set(
      steps.flatMap(({ payload }) =>
        typeof payload['customerId'] === 'string' ? [payload['customerId']] : [],
      ),
    ),
  ]
}
