import { combineLatest, distinctUntilChanged, firstValueFrom, map, Observable, switchMap } from 'rxjs'
import { byTurn } from '#domain/queue/next.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { dayOf } from '#domain/reference/zone.ts'
import type { QueueView } from '#renderer/data/contract-queue.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { live } from '#renderer/data/queries/live.ts'
import { referenceOf } from '#renderer/data/queries/reference.ts'
import { nameOf } from '#renderer/data/queries/tickets.ts'

const lookEvery = 60_000

export function queue(desk: Desk): Observable<QueueView> {
  return today(desk).pipe(
    switchMap((day) =>
      combineLatest([numbersOn(desk, day), desk.reference, desk.states]).pipe(
        map(([numbers, reference, stateOf]) => ({
          day,
          rows: numbers.toSorted(byTurn).map((number) => ({
            number,
            ...(number.agentId === undefined ? {} : nameOf('agentName', reference, number.agentId)),
            state: stateOf('queueTickets', number.id),
          })),
        })),
      ),
    ),
  )
}

/** In the order of their letters, which is the order of the keys. */
export function services(desk: Desk): Observable<Reference[]> {
  return referenceOf(desk, 'service').pipe(
    map((all) => all.toSorted((a, b) => ((a.prefix ?? '') < (b.prefix ?? '') ? -1 : 1))),
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
