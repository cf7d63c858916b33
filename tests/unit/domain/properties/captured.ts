import type { Operation, Step } from '#domain/sync/operation.ts'
import { RecordMap, refKey } from '#domain/sync/records.ts'
import { runOperation, touchedBy } from '#domain/sync/run.ts'
import { recordsOf } from '#tests/unit/domain/properties/arbitrary.ts'

/** What headquarters has after it ran an operation on the records that it loads for it. */
export function after(base: RecordMap, operation: Operation): RecordMap {
  const loaded = new RecordMap()
  const touched = new Set(touchedBy(operation).map(refKey))
  for (const write of base.writes())
    if (touched.has(refKey({ collection: write.collection, id: write.record.id }))) loaded.put(write)
  const run = runOperation(loaded, operation)
  const next = recordsOf(base.writes())
  if (run.done) for (const write of run.writes) next.put(write)
  return next
}

/**
 * What a desk would capture of it: what the present records refuse is refused on the screen [C5], and what was seen is
 * what stood there.
 */
export function captured(base: RecordMap, wanted: readonly Operation[]): readonly Operation[] {
  let present = base
  return wanted.flatMap((each) => {
    const steps: Step[] = []
    for (const step of each.steps) {
      const now = steps.length === 0 ? present : after(present, { ...each, steps })
      if (isOffered(now, step)) steps.push({ ...step, seen: seenIn(now, step) })
    }
    if (steps.length === 0) return []
    const operation = { ...each, steps }
    if (!runOperation(present, operation).done) return []
    present = after(present, operation)
    return [operation]
  })
}

/** No screen offers to undo a link that there is not. */
function isOffered(present: RecordMap, { kind, payload }: Step): boolean {
  const absorbed = present.get('customers', String(payload['absorbedId']))
  return kind !== 'unlinkCustomer' || absorbed?.mergedInto === payload['survivorId']
}

function seenIn(present: RecordMap, { payload }: Step): Readonly<Record<string, string>> {
  const number = present.get('queueTickets', String(payload['queueTicketId']))
  if (number !== undefined) return { agentId: number.agentId ?? '' }
  const customer = present.get('customers', String(payload['customerId'])) as
    | Record<string, unknown>
    | undefined
  const fields = Object.keys(payload['changes'] ?? {})
  return Object.fromEntries(
    fields.flatMap((field) => (typeof customer?.[field] === 'string' ? [[field, customer[field]]] : [])),
  )
}
