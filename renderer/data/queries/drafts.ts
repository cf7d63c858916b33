import { map, of, switchMap, type Observable } from 'rxjs'
import type { Desk } from '#renderer/data/desk.ts'

/** A draft belongs to its author: nobody else at this desk sees it. [S8] */
export function draftKey(personId: string, key: string): string {
  return `draft:${personId}:${key}`
}

export function draft(desk: Desk, key: string): Observable<string | null> {
  return desk.sessions.person.pipe(
    switchMap((person) =>
      person === undefined ? of(null) : desk.core.local.watch<string>(draftKey(person.id, key)),
    ),
    map((value) => value ?? null),
  )
}
