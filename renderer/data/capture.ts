import type { ProblemCode } from '#domain/problems.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import { RecordMap, refKey, type Write } from '#domain/sync/records.ts'
import { readSteps, runOperation, touchedBy } from '#domain/sync/run.ts'
import type { Person } from '#domain/sync/session.ts'
import { nextSeq, takeSeq } from '#renderer/data/counter.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { isLeaving } from '#renderer/data/farewell.ts'
import { waiting } from '#renderer/data/outbox-schema.ts'
import { repair } from '#renderer/data/repair.ts'
import { readRefs, writeRecords } from '#renderer/data/replica.ts'
import { shade } from '#renderer/data/shadows.ts'
import type { Minter } from '#domain/ticket/code.ts'

export type Captured =
  | { readonly ok: true; readonly opId: string }
  | { readonly ok: false; readonly problem: ProblemCode }

/**
 * Takes a person's work: journal, outbox, shadows, effective records, in this order, each durable before the next. [C2]
 * Answers when the journal and the outbox have it, and refuses at once what the present records already refuse.
 * `shown`: records that headquarters has shown and that this desk does not carry; they are looked at and never stored.
 */
export async function capture(
  core: DeskCore,
  person: Person,
  make: (minter: Minter) => readonly Step[],
  shown: readonly Write[] = [],
): Promise<Captured> {
  try {
    if (core.mending.due) await repair(core)
  } catch {
    // On records that do not show the last work yet nothing more can be done.
    return { ok: false, problem: 'not_saved' }
  }
  return core.exclusive(async () => {
    const enrolment = core.enrolment.value
    // What comes after the last words were gathered would go nowhere. [E1]
    if (isLeaving(core.farewell.value)) return { ok: false, problem: 'device_revoked' }
    if (enrolment === undefined) return { ok: false, problem: 'device_unknown' }
    const deviceSeq = nextSeq(core)
    const operation: Operation = {
      opId: core.around.newId(),
      deviceId: enrolment.deviceId,
      deviceSeq,
      actorId: person.id,
      centreId: enrolment.centre.id,
      capturedAt: core.around.now(),
      steps: [...make({ deviceLabel: enrolment.label, deviceSeq })],
    }
    const refusal = refusalOf(operation, person)
    if (refusal !== undefined) return { ok: false, problem: refusal }
    const held = await readRefs(core.replica, touchedBy(operation))
    const records = new RecordMap()
    for (const write of [...shown, ...held]) records.put(write)
    const run = runOperation(records, operation)
    if (!run.done) return { ok: false, problem: run.problem }

    takeSeq(core, deviceSeq)
    if (!(await isInJournal(core, operation))) return { ok: false, problem: 'not_saved' }
    // The screens' open questions answer once, with all of it. A journal that hangs holds none of them.
    const isStored = await core.wholly(async () => {
      if (!(await isInOutbox(core, operation))) return false
      // From here on the work is safe. Where the store fails now, the next capture or round shows it first.
      const writes = run.writes.filter(notAmong(shown, held))
      await show(core, operation, writes).catch(() => (core.mending.due = true))
      return true
    })
    return isStored || (await staysInJournal(core, operation))
      ? { ok: true, opId: operation.opId }
      : { ok: false, problem: 'not_saved' }
  })
}

/** Or there is none. */
async function isInJournal({ machine }: DeskCore, operation: Operation): Promise<boolean> {
  const { opId, deviceSeq: seq } = operation
  try {
    await machine.journal?.append({ opId, seq, operation: JSON.stringify(operation) })
    return true
  } catch {
    return false
  }
}

async function isInOutbox({ outbox }: DeskCore, operation: Operation): Promise<boolean> {
  try {
    await outbox.add([waiting(operation)])
    return true
  } catch {
    return false
  }
}

/**
 * Journal and outbox have it, or neither: what the screen does not call saved must not be sent later. Where the outbox
 * refuses and the journal cannot take its word back, the journal has it: that is saved, and the next round mends the rest.
 */
async function staysInJournal({ machine, mending }: DeskCore, { opId }: Operation): Promise<boolean> {
  const { journal } = machine
  if (journal === undefined) return false
  try {
    await journal.settle([opId])
    return false
  } catch {
    mending.due = true
    return true
  }
}

async function show({ replica }: DeskCore, operation: Operation, writes: readonly Write[]): Promise<void> {
  await shade(replica, touchedBy(operation))
  await writeRecords(replica, writes)
}

/** What was only shown is headquarters' to change; what this desk makes or holds is seen at once. */
function notAmong(shown: readonly Write[], held: readonly Write[]): (write: Write) => boolean {
  const keys = (writes: readonly Write[]) =>
    new Set(writes.map(({ collection, record }) => refKey({ collection, id: record.id })))
  const [foreign, own] = [keys(shown), keys(held)]
  return ({ collection, record }) => {
    const key = refKey({ collection, id: record.id })
    return own.has(key) || !foreign.has(key)
  }
}

function refusalOf(operation: Operation, person: Person): ProblemCode | undefined {
  const known = readSteps(operation)
  if (typeof known === 'string') return known
  return known.every(({ kind, payload }) => kind.permits(person.role, payload)) ? undefined : 'not_permitted'
}
