import type { ProblemCode } from '#domain/problems.ts'
import { partitionsOf } from '#domain/sync/feed.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { refKey, type Write } from '#domain/sync/records.ts'
import { readSteps, type KnownStep } from '#domain/sync/run.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import { membershipsOf } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { hasServedOn, type Device } from '#sync-server/storage/devices.ts'
import { staffOf, type Staff } from '#sync-server/storage/people.ts'

/** Why nothing of an operation takes effect, and at which of its steps. */
export interface Refusal {
  readonly problem: ProblemCode
  readonly index: number
}

export type Checked =
  | { readonly ok: true; readonly actor: Staff }
  | { readonly ok: false; readonly refusal: Refusal }

const refused = (problem: ProblemCode, index = 0): Checked => ({ ok: false, refusal: { problem, index } })

/** Whether this device may bring this operation of this person, by what headquarters knows now. */
export async function checkOperation(tx: Sql, device: Device, operation: Operation): Promise<Checked> {
  if (operation.deviceId !== device.id || operation.centreId !== device.centreId)
    return refused('device_foreign')
  const actor = await staffOf(tx, operation.actorId)
  if (actor === undefined || !(await servesHere(tx, device, actor))) return refused('actor_foreign')
  const steps = readSteps(operation)
  if (typeof steps === 'string') return refused(steps)
  for (const step of steps) {
    const problem = problemOf(step, actor, device)
    if (problem !== undefined) return refused(problem, step.context.index)
  }
  return { ok: true, actor }
}

async function servesHere(tx: Sql, device: Device, actor: Staff): Promise<boolean> {
  return actor.centreId === device.centreId || (await hasServedOn(tx, device.id, actor.id))
}

function problemOf({ kind, payload }: KnownStep, actor: Staff, device: Device): ProblemCode | undefined {
  if (!kind.permits(actor.role, payload)) return 'not_permitted'
  const codes = kind.mints?.(payload) ?? []
  return codes.every((code) => mintedBy(code, device.label)) ? undefined : 'code_foreign'
}

/**
 * Whether the device carries every record that the operation looks at. One that it does not carry is as good as none:
 * an answer or an item would tell a stranger what stands in it. Admins see the whole of headquarters.
 */
export async function carriesAll(
  tx: Sql,
  device: Device,
  actor: Staff,
  present: readonly Write[],
): Promise<boolean> {
  if (actor.role === 'admin' || present.length === 0) return true
  const carried = partitionsOf(device)
  const refs = present.map(({ collection, record }) => ({ collection, id: record.id }))
  const seen = new Set(
    (await membershipsOf(tx, refs)).filter(({ partition }) => carried.includes(partition)).map(refKey),
  )
  return refs.every((ref) => seen.has(refKey(ref)))
}
