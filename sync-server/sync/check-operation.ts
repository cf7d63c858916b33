import type { ProblemCode } from '#domain/problems.ts'
import { partitionsOf } from '#domain/sync/feed.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { refKey, type Ref, type Write } from '#domain/sync/records.ts'
import { readSteps, type KnownStep } from '#domain/sync/run.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { hasServedOn, type Device } from '#sync-server/storage/devices.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import type { PastOrPresent } from '#sync-server/storage/feed.ts'
import type { Staff } from '#sync-server/storage/people.ts'

/** Why nothing of an operation takes effect, and at which of its steps. */
export interface Refusal {
  readonly problem: ProblemCode
  readonly index: number
}

export type Checked =
  | { readonly ok: true; readonly actor: Staff; readonly steps: readonly KnownStep[] }
  | { readonly ok: false; readonly refusal: Refusal }

const refused = (problem: ProblemCode, index = 0): Checked => ({ ok: false, refusal: { problem, index } })

/** Whether this device may bring this operation of this person, by what headquarters knows now. `staff`: its actor, if active. */
export async function checkOperation(
  tx: Sql,
  device: Device,
  operation: Operation,
  staff: ReadonlyMap<string, Staff>,
): Promise<Checked> {
  if (operation.deviceId !== device.id || operation.centreId !== device.centreId)
    return refused('device_foreign')
  const actor = staff.get(operation.actorId)
  if (actor === undefined || !(await servesHere(tx, device, actor))) return refused('actor_foreign')
  const steps = readSteps(operation)
  if (typeof steps === 'string') return refused(steps)
  for (const step of steps) {
    const problem = problemOf(step, actor, device)
    if (problem !== undefined) return refused(problem, step.context.index)
  }
  return { ok: true, actor, steps }
}

/** Admins go everywhere. Somebody who went to another centre has no more rights here than anybody there. */
async function servesHere(tx: Sql, device: Device, actor: Staff): Promise<boolean> {
  if (actor.centreId === device.centreId) return true
  return actor.role === 'admin' && (await hasServedOn(tx, device.id, actor.id))
}

function problemOf({ kind, payload }: KnownStep, actor: Staff, device: Device): ProblemCode | undefined {
  if (!kind.permits(actor.role, payload)) return 'not_permitted'
  const codes = kind.mints?.(payload) ?? []
  return codes.every((code) => mintedBy(code, device.label)) ? undefined : 'code_foreign'
}

/** Whether a device carries what its operation looks at, and where that is when it carries it no more. */
export interface Carried {
  readonly all: boolean
  readonly movedTo?: string
}

/**
 * Whether the device carries every record that the operation looks at. One that it does not carry is as good as none:
 * an answer or an item would tell a stranger what stands in it. [O8] A record that left one of its feeds it has carried:
 * work that was captured before is still good [G3], except for steps that would bring the record back. Admins see the
 * whole of headquarters.
 */
export async function carriesAll(
  tx: Sql,
  device: Device,
  { actor, steps }: Extract<Checked, { ok: true }>,
  present: readonly Write[],
  standings: (ref: Ref) => readonly PastOrPresent[],
): Promise<Carried> {
  if (actor.role === 'admin' || present.length === 0) return { all: true }
  const carried = partitionsOf(device)
  const found = present
    .flatMap(({ collection, record }) => standings({ collection, id: record.id }))
    .filter(({ partition }) => carried.includes(partition))
  const held = new Set(found.filter(({ op }) => op === 'put').map(refKey))
  const known = new Set(found.map(refKey))
  const gone = present.filter(({ collection, record }) => !held.has(refKey({ collection, id: record.id })))
  if (gone.length === 0) return { all: true }
  const mayBeGone = steps.every(({ kind }) => kind.shifts !== true)
  if (!mayBeGone || !gone.every(({ collection, record }) => known.has(refKey({ collection, id: record.id }))))
    return { all: false }
  const movedTo = await homeOf(tx, gone)
  return { all: true, ...(movedTo === undefined ? {} : { movedTo }) }
}

/** The centre of the customer that some records are about. */
async function homeOf(tx: Sql, records: readonly Write[]): Promise<string | undefined> {
  for (const { collection, record } of records) {
    const customerId =
      collection === 'customers' ? record.id : 'customerId' in record ? record.customerId : undefined
    const customer = customerId === undefined ? undefined : await recordOf(tx, 'customers', customerId)
    if (customer !== undefined) return customer.homeCentreId
  }
  return undefined
}
