import { isDeepStrictEqual } from 'node:util'
import { collectionNames, entities } from '#domain/entities.ts'
import type { Item } from '#domain/item/item.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { partitionsOf } from '#domain/sync/feed.ts'
import { refKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import { derivedId } from '#domain/sync/step.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { checkDrawer, checkMoney } from './money-checks.ts'
import type { SimDesk } from './desk.ts'
import type { World } from './world.ts'

type Documents = ReadonlyMap<string, object>

/** What must hold while the world runs: whoever sees a contact sees the ticket that was opened with it. [O1] */
export function checkWhole(world: World): void {
  for (const { operation } of world.ledger.saved.values())
    for (const { kind, payload } of operation.steps) {
      if (kind !== 'recordContact') continue
      for (const desk of world.desks)
        for (const ticketId of payload['ticketIds'] as string[])
          if (shows(desk, `contacts/${String(payload['contactId'])}`) && !shows(desk, `tickets/${ticketId}`))
            world.ledger.fail(
              `[O1] desk ${desk.number} shows a contact of ${operation.opId} without its ticket`,
            )
    }
}

const shows = (desk: SimDesk, key: string) => desk.witness.shown.has(key)

/** What must hold when everything was mended and a minute has passed. Answers everything that does not. */
export async function checkEnd(world: World): Promise<string[]> {
  const faults = world.ledger.broken === undefined ? [] : [world.ledger.broken]
  const truth = await documentsOf(world)
  for (const desk of world.desks) faults.push(...(await checkDesk(world, desk, truth)))
  faults.push(...(await checkWork(world, truth)), ...checkMoney(truth))
  if (faults.length > 0) faults.push(...world.hq.log.slice(-3))
  return faults
}

async function documentsOf({ hq }: World): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const rows = await hq.database.query<{
    collection: string
    id: string
    body: Readonly<Record<string, unknown>>
  }>('select collection, id, body from document where not deleted')
  return new Map(rows.map(({ collection, id, body }) => [`${collection}/${id}`, body]))
}

/** A desk has sent everything, proven that it agrees, and holds exactly what headquarters has for it. */
async function checkDesk(world: World, desk: SimDesk, truth: Documents): Promise<string[]> {
  const say = (what: string) => `desk ${desk.number}: ${what}`
  if (!desk.isUp) return [say('is not open')]
  const { core, course } = desk.inside
  if (desk.isRevoked) return checkWiped(desk).map(say)
  const faults: string[] = []
  const open = core.outbox.unsettled()
  const held = heldBehind(open)
  const unsettled = open.filter((entry) => !held.has(entry.opId))
  if (unsettled.length > 0)
    faults.push(
      say(
        `${unsettled.length} operations are not settled: ${unsettled.map(({ deviceSeq, state, tries, problem, result }) => [deviceSeq, state, tries, problem, result?.outcome].join(' ')).join()}; ${JSON.stringify(course.value)}`,
      ),
    )
  const parked = held.size
  const mayPark = world.plan.happenings.some(({ what }) => what === 'stumble' || what === 'restore')
  if (parked > 0 && !mayPark) faults.push(say('work is parked without a reason'))
  world.counts.add('left at the end, shown with its reason', parked)
  if (parked === 0 && !course.value.ready) faults.push(say(`is not ready: ${JSON.stringify(course.value)}`))
  if (parked === 0 && desk.disk.entries.length > 0)
    faults.push(say('the journal holds work that headquarters has'))
  const carried = partitionsOf({ id: core.enrolment.value?.deviceId ?? '', centreId: desk.centreId })
  const expected = await world.hq.database.query<{ key: string }>(
    `select distinct collection || '/' || doc_id as key from feed where partition = any($1::text[]) and op = 'put'`,
    [carried],
  )
  const here = replicaOf(desk)
  if (open.length > 0) return faults
  for (const { key } of expected)
    if (!isDeepStrictEqual(here.get(key), truth.get(key)))
      faults.push(
        say(`${key} differs: ${JSON.stringify(here.get(key))} here, ${JSON.stringify(truth.get(key))} there`),
      )
  const keys = new Set(expected.map(({ key }) => key))
  for (const key of here.keys()) if (!keys.has(key)) faults.push(say(`holds ${key}, which it should not`))
  faults.push(...(await checkDrawer(world, desk, carried)).map(say))
  return faults
}

/** A revoked PC has handed over its work and keeps nothing. [E3] */
function checkWiped(desk: SimDesk): string[] {
  const { farewell, enrolment } = desk.inside.core
  if (farewell.value?.stage !== 'over') return [`is still leaving: ${farewell.value?.stage}`]
  // RxDB's own rows are those of the new, empty database.
  const kept = [...desk.witness.shown.keys()].filter((key) => !/^(outbox|_rxdb_internal)\//.test(key))
  return [
    ...(enrolment.value === undefined ? [] : ['still knows who it was']),
    ...(desk.disk.entries.length === 0 ? [] : ['still has a journal']),
    ...(kept.length === 0 ? [] : [`still holds ${kept.slice(0, 3).join()}`]),
  ]
}

/** What the sync centre shows with a reason: parked, or waiting for another desk after a restore, and what hangs on it. */
function heldBehind(open: readonly OutboxEntry[]): Set<string> {
  const first = open.filter(
    ({ state, takenBefore, problem }) =>
      state === 'parked' || (takenBefore !== undefined && problem === 'unknown_record'),
  )
  const keys = new Set(first.flatMap(({ operation }) => touchedBy(operation).map(refKey)))
  const held = new Set(first.map(({ opId }) => opId))
  for (const { opId, operation } of open.toSorted((a, b) => a.deviceSeq - b.deviceSeq)) {
    const own = touchedBy(operation).map(refKey)
    if (!held.has(opId) && !own.some((key) => keys.has(key))) continue
    held.add(opId)
    for (const key of own) keys.add(key)
  }
  return held
}

/** The replica as the screens have it, without what only a replica keeps. */
function replicaOf(desk: SimDesk): Documents {
  const records = new Map<string, object>()
  for (const [key, document] of desk.witness.shown) {
    const collection = collectionNames.find((name) => key.startsWith(`${name}/`))
    if (collection === undefined) continue
    const own = new Set([
      ...Object.keys(entities[collection].derived),
      '_deleted',
      '_meta',
      '_rev',
      '_attachments',
    ])
    records.set(key, Object.fromEntries(Object.entries(document).filter(([field]) => !own.has(field))))
  }
  return records
}

/** Each piece of work that was called saved took effect once, or is an item with all its words. */
async function checkWork(world: World, truth: Documents): Promise<string[]> {
  const { ledger, hq } = world
  const rows = await hq.database.query<{ id: string; result: string | null }>(
    'select op_id as id, result from operation',
  )
  const taken = new Map(rows.map(({ id, result }) => [id, result]))
  const faults: string[] = []
  for (const id of taken.keys())
    if (!ledger.saved.has(id) && !ledger.begun.has(id))
      faults.push(`headquarters has ${id}, which nobody did`)
  for (const [opId, { desk, operation }] of ledger.saved) {
    const isHere = desk.isUp && desk.inside.core.outbox.unsettled().some((entry) => entry.opId === opId)
    if (isHere) continue
    const result = taken.get(opId)
    if (result === undefined || result === null) {
      faults.push(
        `[C2] ${opId} (${kindsOf(operation)} of desk ${desk.number}) was called saved and is not at headquarters`,
      )
      continue
    }
    faults.push(...checkOutcome(world, operation, JSON.parse(result) as OperationResult, truth))
  }
  return faults
}

function checkOutcome(
  world: World,
  operation: Operation,
  result: OperationResult,
  truth: Documents,
): string[] {
  world.counts.add(`outcome: ${result.outcome}`)
  if (result.outcome !== 'needs_attention')
    return effectsOf(operation)
      .filter((key) => !truth.has(key))
      .map((key) => `${operation.opId} was ${result.outcome} and ${key} is not there`)
  const items = (result.itemIds ?? []).map((id) => truth.get(`items/${id}`) as Item | undefined)
  if (items.length === 0 || items.some((item) => item === undefined))
    return [`[O4] ${operation.opId} needs attention and no item tells of it`]
  return items.every((item) => isDeepStrictEqual(item?.operation, operation))
    ? []
    : [`[O4] the item of ${operation.opId} lost words`]
}

const kindsOf = ({ steps }: Operation) => steps.map(({ kind }) => kind).join('+')

/** The records that only this operation can have made. */
function effectsOf({ opId, steps }: Operation): string[] {
  return steps.flatMap(({ kind, payload }, index) => {
    if (kind === 'registerCustomer') return [`customers/${String(payload['customerId'])}`]
    if (kind === 'recordContact') return [`contacts/${String(payload['contactId'])}`]
    if (kind === 'openTicket')
      return [`tickets/${String(payload['ticketId'])}`, `ticketEvents/${derivedId({ opId, index })}`]
    if (kind === 'takePayment') return [`orders/${String(payload['paymentId'])}`]
    if (kind === 'reversePayment') return [`orders/${String(payload['refundId'])}`]
    if (kind === 'takeNumber') return [`queueTickets/${String(payload['queueTicketId'])}`]
    if (kind === 'noteOnTicket' || kind === 'moveTicket')
      return [`ticketEvents/${derivedId({ opId, index })}`]
    return []
  })
}
