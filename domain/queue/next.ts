import type { QueuePriority, QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { Reference } from '#domain/reference/reference.ts'

/**
 * So many minutes a priority number is ahead of its time: it goes before every ordinary number that was taken up to
 * twenty minutes earlier. Whoever waits longer than that goes first, so nobody waits without an end.
 */
export const headStartMinutes: Readonly<Record<QueuePriority, number>> = { normal: 0, assisted: 20, vvip: 20 }

type Waiting = Pick<QueueTicket, 'id' | 'status' | 'service' | 'priority' | 'takenAt'>

/** What headquarters says of the services. */
export type Lanes = readonly Pick<Reference, 'code' | 'headStart'>[]

/** Who comes before whom; of two that are alike, the smaller number. A transferred visitor keeps the time of the first number. */
export function byTurn(lanes: Lanes): (a: Waiting, b: Waiting) => number {
  const headStarts = new Map(lanes.map(({ code, headStart = 0 }) => [code, headStart]))
  const turnOf = ({ takenAt, priority, service }: Waiting) =>
    takenAt - (headStartMinutes[priority] + (headStarts.get(service) ?? 0)) * 60_000
  return (a, b) => turnOf(a) - turnOf(b) || (a.id < b.id ? -1 : 1)
}

/** Whom a counter of these services calls next; without services it is for all. */
export function nextOf<T extends Waiting>(
  numbers: readonly T[],
  services: readonly string[],
  lanes: Lanes,
): T | undefined {
  return numbers
    .filter(({ status, service }) => status === 'waiting' && isFor(service, services))
    .toSorted(byTurn(lanes))[0]
}

export function isFor(service: string, services: readonly string[]): boolean {
  return services.length === 0 || services.includes(service)
}
