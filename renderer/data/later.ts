import { map, of, switchMap, type Observable } from 'rxjs'
import type { Desk } from '#renderer/data/desk.ts'

/** Items that a person put off on this desk, each with the instant it comes back. Never replicated. [I6] */
export type Later = Readonly<Record<string, number>>

export const laterKey = (personId: string) => `later:${personId}`

export function laterOf(desk: Desk): Observable<Later> {
  return desk.sessions.person.pipe(
    switchMap((person) =>
      person === undefined
        ? of({})
        : desk.core.local.watch<Later>(laterKey(person.id)).pipe(map((known) => known ?? {})),
    ),
  )
}
