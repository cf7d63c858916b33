import { combineLatest, distinctUntilChanged, map, NEVER, Observable, switchMap } from 'rxjs'
import type { Desk } from '#renderer/data/desk.ts'
import { openList } from '#renderer/data/queries/ticket-lists.ts'

/** ms after a sign-in: the customer whom an agent looks for first is read before. */
const calm = 2_000

/**
 * Reads the list of open tickets of a desk that is full and has somebody at it, and keeps it: of 30,000 it takes about a second to be
 * read and judged, and stands at once behind this.
 */
export function keepOpenList(desk: Desk): { close(): void } {
  const { sessions, priming, core } = desk
  const isWanted = combineLatest([sessions.person, priming]).pipe(
    map(([person, { stage }]) => person !== undefined && stage === 'done'),
    distinctUntilChanged(),
  )
  const later = new Observable<void>((observer) => core.around.after(calm, () => observer.next()))
  const reading = isWanted
    .pipe(switchMap((is) => (is ? later.pipe(switchMap(() => openList(desk))) : NEVER)))
    // A store that fails is told to whoever opens the list.
    .subscribe({ error: () => undefined })
  return { close: () => reading.unsubscribe() }
}
