import { map, type Observable } from 'rxjs'
import type { Reference } from '#domain/reference/reference.ts'
import type { Desk } from '#renderer/data/desk.ts'

export function referenceOf(desk: Desk, kind: Reference['kind']): Observable<Reference[]> {
  return desk.reference.pipe(
    map((all) =>
      [...all.values()]
        .filter((each) => each.kind === kind && each.active)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    ),
  )
}
