import type { HandOver, Item } from '#domain/item/item.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { readSteps } from '#domain/sync/run.ts'
import type { PlacedAttention } from '#domain/sync/step.ts'
import { stepKindOf } from '#domain/steps.ts'
import type { Clock } from '#sync-server/clock.ts'
import type { Device } from '#sync-server/storage/devices.ts'
import type { Refusal } from './check-operation.ts'

export interface Source {
  readonly clock: Clock
  readonly device: Device
  readonly operation: Operation
  /** Whose supervisor decides, when it is not the device's own centre. */
  readonly centreId?: string
}

/**
 * What every item says: which operation, whose, when. It goes to the centre of the device that brought it, unless
 * another is named. Its id is the operation's with its part, so that a decision still finds it when a restored
 * headquarters makes it again.
 */
function itemOf({ clock, device, operation, centreId = device.centreId }: Source, part: string) {
  return {
    id: `${operation.opId}.${part}`,
    rev: 0,
    status: 'open',
    centreId,
    deviceLabel: device.label,
    opId: operation.opId,
    operation: { ...operation },
    actorId: operation.actorId,
    at: clock.now(),
  } as const
}

/** A part of the operation that took effect otherwise than the agent wanted, or that headquarters cannot decide. */
export function attentionItem(
  source: Source,
  attention: PlacedAttention,
  candidateIds?: readonly string[],
): Item {
  const { kind, problem, subject, customerId, fields } = attention
  return {
    ...itemOf(source, `${attention.index}${kind[0]}`),
    kind,
    problem,
    docCollection: subject.collection,
    docId: subject.id,
    ...(customerId === undefined ? {} : { customerId }),
    ...(fields === undefined ? {} : { fields: [...fields] }),
    ...(candidateIds === undefined ? {} : { candidateIds: [...candidateIds] }),
  }
}

/** An operation of which nothing took effect, whole, so that a person can decide. */
export function refusedItem(source: Source, refusal: Refusal): Item {
  return {
    ...itemOf(source, 'r'),
    kind: 'refused',
    problem: refusal.problem,
    ...subjectOf(source.operation, refusal.index),
  }
}

/** An operation that headquarters stumbled over again and again, whole and never run; somebody passed it to the supervisors. [I8] */
export function setAsideItem(source: Source, handOver: HandOver): Item {
  return {
    ...itemOf(source, 'r'),
    kind: 'refused',
    problem: 'internal',
    ...subjectOrNothing(source.operation),
    handOvers: [handOver],
  }
}

function subjectOrNothing(operation: Operation): ReturnType<typeof subjectOf> {
  try {
    return subjectOf(operation, 0)
  } catch {
    // Reading it may be the very thing that headquarters stumbles over.
    return {}
  }
}

/** The record that the refused step is about, as far as it can be read. */
function subjectOf(
  operation: Operation,
  index: number,
): Pick<Item, 'docCollection' | 'docId' | 'customerId'> {
  const step = operation.steps[index]
  const steps = readSteps(operation)
  if (step === undefined || stepKindOf(step) === undefined || typeof steps === 'string') return {}
  const known = steps[index]
  const subject = known?.kind.touches(known.payload, known.context)[0]
  const customerId = known?.payload['customerId']
  return {
    ...(subject === undefined ? {} : { docCollection: subject.collection, docId: subject.id }),
    ...(typeof customerId === 'string' ? { customerId } : {}),
  }
}
