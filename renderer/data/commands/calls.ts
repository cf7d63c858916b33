import { missedCallReason } from '#domain/contact/missed-call.ts'
import { stepOf } from '#domain/steps.ts'
import type { Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import { holdersOf } from '#renderer/data/queries/calls.ts'

export const recordMissedCall: Work<'recordMissedCall'> = async (desk, { number, startedAt, endedAt }) => {
  const [holder, other] = await holdersOf(desk, number)
  // Of two people with one number nobody knows who it was.
  const customer = holder === undefined || other !== undefined ? {} : { customerId: holder.customerId }
  return doWork(desk, null, () => [
    stepOf('recordContact', {
      contactId: desk.core.around.newId(),
      channel: 'call_in',
      direction: 'in',
      startedAt,
      endedAt: Math.max(startedAt, endedAt),
      handleSeconds: 0,
      handleMs: 0,
      verification: 'none',
      reasonCode: missedCallReason,
      disposition: 'abandoned',
      ticketIds: [],
      ...(number === '' ? {} : { numberGiven: number }),
      ...customer,
    }),
  ])
}
