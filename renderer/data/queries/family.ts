import { combineLatest, map, of, switchMap, type Observable } from 'rxjs'
import { family } from '#domain/customer/family.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { liveOne } from '#renderer/data/queries/live.ts'

/** Asks the same of each record that stands for the customer and puts the answers together. */
export function ofFamily<T>(
  desk: Desk,
  customerId: string,
  ask: (id: string) => Observable<T[]>,
): Observable<T[]> {
  return liveOne(desk.core.replica, 'customers', customerId).pipe(
    switchMap((customer) =>
      customer === undefined
        ? of([])
        : combineLatest(family(customer).map(ask)).pipe(map((answers) => answers.flat())),
    ),
  )
}
