import { filter, take } from 'rxjs'
import type { ProblemCode } from '#domain/problems.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { largestBatch, largestBytes, operationsFault } from '#renderer/data/batch.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { isLeaving, keepFarewell, neededToLeave, type Farewell } from '#renderer/data/farewell.ts'
import { pauseAfter } from '#renderer/data/pause-after.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { readOperation } from '#renderer/data/repair.ts'
import { storedUnder } from '#renderer/data/replica.ts'

/**
 * What a revoked desk does: it packs its unsent work beside its stores and starts again; that start deletes the stores;
 * then the work goes out until headquarters has all of it, and the keys go last. Each step is stored before the next, so
 * that a stop at any point goes on at the next start. [E1][E3][E4]
 */
export function leave(core: DeskCore): { close(): void } {
  const state = { most: largestBatch, failures: 0, closed: false, cancel: () => {} }
  const tried = (work: () => Promise<void>) => void work().catch(() => later(work))
  const later = (work: () => Promise<void>) => {
    state.failures += 1
    state.cancel = core.around.after(pauseAfter(state.failures, core.around.random()), () => tried(work))
  }
  const turn = async (): Promise<void> => {
    for (;;) {
      const { words = [] } = core.farewell.value ?? {}
      if (state.closed) return
      if (words.length === 0) return finish(core)
      const batch = firstOf(words, state.most)
      const { taken, problem } = await hand(core, batch)
      if (taken.size > 0) {
        await nowWaiting(
          core,
          words.filter(({ opId }) => !taken.has(opId)),
        )
        Object.assign(state, { most: largestBatch, failures: 0 })
        continue
      }
      const guilty = problem === undefined || operationsFault.includes(problem)
      if (guilty && batch.length > 1) {
        state.most = Math.floor(batch.length / 2)
        continue
      }
      // One that headquarters cannot take lets the others go first, and is tried again for ever: nothing deletes it.
      if (guilty) await nowWaiting(core, [...words.slice(1), ...batch])
      return later(turn)
    }
  }
  const begin = async () => {
    if (core.farewell.value?.stage === 'told' && (await pack(core))) return core.machine.startAgain()
    return turn()
  }
  const begun = core.farewell.pipe(filter(isLeaving), take(1)).subscribe(() => tried(begin))
  return {
    close() {
      state.closed = true
      state.cancel()
      begun.unsubscribe()
    },
  }
}

/**
 * Puts the unsent work where it outlives the stores. False when there is too much of it: then it goes out from memory, and
 * the stores stay until headquarters has it.
 */
function pack(core: DeskCore): Promise<boolean> {
  const { farewell, machine } = core
  return core.exclusive(async () => {
    const told: Farewell = farewell.value ?? { at: core.around.now(), stage: 'told', words: [] }
    const words = await unsentOf(core)
    farewell.next({ ...told, words })
    if (!(await keepFarewell(machine.keep, { ...told, stage: 'packed', words }))) return false
    machine.keep.forgetAllBut(neededToLeave)
    await machine.keep.stored()
    return true
  })
}

/** What headquarters has not answered finally: in the outbox, and in the journal where the outbox has lost it. */
async function unsentOf({ outbox, replica, machine }: DeskCore): Promise<Operation[]> {
  const waiting = outbox
    .unsettled()
    .flatMap(({ result, operation }) => (result === undefined ? [operation] : []))
  const journal = (await machine.journal?.read())?.entries ?? []
  const stored = await storedUnder<OutboxEntry>(
    replica.outbox,
    journal.map(({ opId }) => opId),
  )
  const known = new Set(stored.map(({ opId }) => opId))
  const lost = journal
    .filter(({ opId }) => !known.has(opId))
    .flatMap(({ operation }) => readOperation(operation))
  return [...waiting, ...lost]
}

/** As many as go at once, at least one. */
function firstOf(words: readonly Operation[], most: number): readonly Operation[] {
  let bytes = 0
  const fitting = words.slice(0, most).findIndex((operation, place) => {
    bytes += JSON.stringify(operation).length
    return place > 0 && bytes > largestBytes
  })
  return words.slice(0, fitting === -1 ? most : fitting)
}

async function hand(
  { enrolment, link }: DeskCore,
  operations: readonly Operation[],
): Promise<{ taken: ReadonlySet<string>; problem?: ProblemCode }> {
  const { deviceId = '', deviceSecret = '' } = enrolment.value ?? {}
  const answer = await link.lastWords({ deviceId, deviceSecret, operations: [...operations] })
  return answer.ok
    ? { taken: new Set(answer.value.taken) }
    : { taken: new Set(), problem: answer.problem.code }
}

async function nowWaiting({ farewell, machine }: DeskCore, words: readonly Operation[]): Promise<void> {
  const { value } = farewell
  if (value === undefined) return
  const next: Farewell = { ...value, words: [...words] }
  farewell.next(next)
  if (next.stage === 'packed') await keepFarewell(machine.keep, next)
}

/** Headquarters has everything. The stores are gone when they could be packed before; the files and the keys go now. */
async function finish({ farewell, machine, around }: DeskCore): Promise<void> {
  const now: Farewell = { at: farewell.value?.at ?? around.now(), stage: 'packed', words: [] }
  if (farewell.value?.stage === 'told') {
    await keepFarewell(machine.keep, now)
    machine.keep.forgetAllBut(neededToLeave)
    await machine.keep.stored()
  } else {
    await machine.wipe()
    machine.keep.forgetAllBut([])
    await keepFarewell(machine.keep, { ...now, stage: 'over' })
  }
  machine.startAgain()
}
