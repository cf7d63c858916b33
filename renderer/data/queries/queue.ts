import { combineLatest, distinctUntilChanged, firstValueFrom, map, Observable, switchMap } from 'rxjs'
import { holdsAt } from '#domain/knowledge/holds-at.ts'
import { byTurn } from '#domain/queue/next.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { dayOf } from '#domain/reference/zone.ts'
import type { QueueView } from '#renderer/data/contract-queue.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { live } from '#renderer/data/queries/live.ts'
import { nameOf } from '#renderer/data/queries/tickets.ts'

const lookEvery = 60_000

export function queue(desk: Desk): Observable<QueueView> {
  return today(desk).pipe(
    switchMap((day) =>
      combineLatest([numbersOn(desk, day), desk.reference, desk.states]).pipe(
        map(([numbers, reference, stateOf]) => ({
          day,
          rows: numbers.toSorted(byTurn([...reference.values()])).map((number) => ({
            number,
            ...(number.agentId === undefined ? {} : nameOf('agentName', reference, number.agentId)),
            state: stateOf('queueTickets', number.id),
          })),
        })),
      ),
    ),
  )
}

/** What this centre serves, in the order of the keys. */
export function services(desk: Desk): Observable<Reference[]> {
  return combineLatest([everyService(desk), desk.reference, desk.core.enrolment]).pipe(
    map(([all, reference, enrolment]) => {
      const centreId = enrolment?.centre.id ?? ''
      const here = { now: timeAt(desk), centreId, region: reference.get(`centre:${centreId}`)?.region }
      return all.filter((service) => holdsAt(service, here))
    }),
  )
}

/** Those that give no numbers, here or anywhere, too. By their place, then by their letters. */
export function everyService(desk: Desk): Observable<Reference[]> {
  const turn = ({ place = 0, prefix = '' }: Reference) => `${String(place).padStart(2, '0')} ${prefix}`
  return desk.reference.pipe(
    map((known) =>
      [...known.values()]
        .filter(({ kind }) => kind === 'service')
        .toSorted((a, b) => (turn(a) < turn(b) ? -1 : 1)),
    ),
  )
}

/** What is taken and called today, once. */
export function numbersToday(desk: Desk): Promise<QueueTicket[]> {
  return firstValueFrom(numbersOn(desk, dayNow(desk)))
}

/** By headquarters' clock on the centre's calendar. [W5] */
export function dayNow(desk: Desk): string {
  return dayOf(timeAt(desk), desk.core.enrolment.value?.centre.zone ?? 'WIB')
}

function numbersOn(desk: Desk, day: string): Observable<QueueTicket[]> {
  return live(desk.core.replica, 'queueTickets', {
    selector: { day },
    sort: [{ day: 'asc' }, { takenAt: 'asc' }],
  })
}

/** A counter that stays open over midnight begins anew. */
export function today(desk: Desk): Observable<string> {
  return new Observable<string>((observer) => {
    const state = { cancel: () => {} }
    const look = () => {
      observer.next(dayNow(desk))
      state.cancel = desk.core.around.after(lookEvery, look)
    }
    look()
    const watching = combineLatest([desk.clockAhead, desk.core.enrolment]).subscribe(() =>
      observer.next(dayNow(desk)),
    )
    return () => {
      state.cancel()
      watching.unsubscribe()
    }
  }).pipe(distinctUntilChanged())
}
