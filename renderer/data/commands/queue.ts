import { firstValueFrom } from 'rxjs'
import { boundedInstant } from '#domain/fields.ts'
import { isHeld } from '#domain/queue/lifecycle.ts'
import { nextOf } from '#domain/queue/next.ts'
import { nextCount, queueNumber, shownNumber, withCount, type Counts } from '#domain/queue/number.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { stepOf } from '#domain/steps.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import type { Called } from '#renderer/data/contract-queue.ts'
import { timeAt } from '#renderer/data/desk.ts'
import type { Keep } from '#renderer/data/machine.ts'
import { holderNow } from '#renderer/data/commands/served-steps.ts'
import { dayNow, everyService, numbersToday } from '#renderer/data/queries/queue.ts'
import { readRecords } from '#renderer/data/replica.ts'

export const takeNumber: Work<'takeNumber'> = async (desk, { service, priority, need }) => {
  const [found] = (await readRecords(desk.core.replica, 'reference', [`service:${service}`])) as Reference[]
  // One that gives no numbers any more may stand on a screen a moment longer.
  const prefix = found?.active === true ? found.prefix : undefined
  if (prefix === undefined) return { ok: false, problem: 'unknown_record' }
  const { keep } = desk.core.machine
  const [day, takenAt, present] = [dayNow(desk), boundedInstant(timeAt(desk)), await numbersToday(desk)]
  const minted = { queueTicketId: '', display: '' }
  const done = await doWork(desk, null, ({ deviceLabel }) => {
    const own = present.filter(({ id }) => id.startsWith(`${prefix}-`) && mintedBy(id, deviceLabel))
    const kept = keptCounts(keep)
    const seq = nextCount(
      kept,
      { day, prefix },
      own.map((each) => each.seq),
    )
    // Before the work is durable: a number that is not given is better than one that is given twice.
    keep.set(countsKey, JSON.stringify(withCount(kept, { day, prefix, seq })))
    minted.queueTicketId = queueNumber({ prefix, deskLabel: deviceLabel, day, seq })
    minted.display = shownNumber(minted.queueTicketId, desk.core.enrolment.value?.centre.id ?? '')
    const { queueTicketId } = minted
    const why = need === undefined ? {} : { need }
    return [stepOf('takeNumber', { queueTicketId, service, day, seq, priority, takenAt, ...why })]
  })
  return done.ok ? { ok: true, value: minted } : done
}

export const callNext: Work<'callNext'> = async (desk, { services, counter }) => {
  const person = desk.sessions.person.value
  if (person === undefined) return locked
  const numbers = await numbersToday(desk)
  const own = numbers.find((each) => isHeld(each) && each.agentId === person.id)
  const next = own ?? nextOf(numbers, services, await firstValueFrom(everyService(desk)))
  if (next === undefined) return { ok: true, value: null }
  const called: Called = { queueTicketId: next.id, display: next.display }
  // Whoever is being served needs no call.
  if (next.status === 'serving') return { ok: true, value: called }
  return doWork(desk, called, () => [stepOf('callNumber', { queueTicketId: next.id, counter })])
}

export const callNumber: Work<'callNumber'> = (desk, call) =>
  doWork(desk, null, () => [stepOf('callNumber', call)])

export const moveNumber: Work<'moveNumber'> = async (desk, move) => {
  const seen = await holderNow(desk, move.queueTicketId)
  return doWork(desk, null, () => [stepOf('moveNumber', move, seen)])
}

export const transferNumber: Work<'transferNumber'> = async (desk, transfer) => {
  const seen = await holderNow(desk, transfer.queueTicketId)
  return doWork(desk, null, () => [stepOf('transferNumber', transfer, seen)])
}

const countsKey = 'queueCounts'

/** Beside the database, as the operations' counter is: a database that was lost must not begin at 1 again. */
function keptCounts(keep: Keep): Counts {
  const text = keep.get(countsKey)
  // Only `takeNumber` writes it.
  return text === undefined ? {} : (JSON.parse(text) as Counts)
}
