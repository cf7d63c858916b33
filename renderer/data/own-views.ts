import { map, of, switchMap, type Observable } from 'rxjs'
import type { OwnView } from '#renderer/data/contract-tickets.ts'
import type { Desk } from '#renderer/data/desk.ts'

/** The views that a person made on this desk. Never replicated: another desk is another way of working. */
export const ownViewsKey = (personId: string) => `views:${personId}`

export function ownViews(desk: Desk): Observable<readonly OwnView[]> {
  return desk.sessions.person.pipe(
    switchMap((person) =>
      person === undefined
        ? of([])
        : desk.core.local.watch<readonly OwnView[]>(ownViewsKey(person.id)).pipe(map((known) => known ?? [])),
    ),
  )
}
