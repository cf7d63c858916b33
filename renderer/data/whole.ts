import { BehaviorSubject, Observable } from 'rxjs'

/** A question that a screen has open: running it again answers when its last result is out. */
export interface Asked {
  exec(): Promise<unknown>
}

/** Runs a write that spans collections, and tells when it is through and every open question has caught up. */
export interface Whole {
  readonly writing: BehaviorSubject<boolean>
  <T>(write: () => Promise<T>): Promise<T>
}

/**
 * The replica stores collection by collection, and each open question learns of its own ones in a moment of its own:
 * in between, a contact would stand without its ticket. So answers are held back until all of it is there. [C7]
 * Only the one writer runs this, one write after another.
 */
export function wholeWrites(asked: ReadonlySet<Asked>): Whole {
  const writing = new BehaviorSubject(false)
  const run = async <T>(write: () => Promise<T>): Promise<T> => {
    writing.next(true)
    try {
      return await write()
    } finally {
      await caughtUp(asked)
      writing.next(false)
    }
  }
  return Object.assign(run, { writing })
}

/** An answer may lead to further questions, so this goes on until none is new. */
async function caughtUp(asked: ReadonlySet<Asked>): Promise<void> {
  const done = new Set<Asked>()
  for (;;) {
    const fresh = [...asked].filter((each) => !done.has(each))
    if (fresh.length === 0) return
    // A question that fails tells whoever asked it.
    await Promise.allSettled(fresh.map((each) => each.exec()))
    for (const each of fresh) done.add(each)
  }
}

/** The latest answer, never one from the middle of a write. */
export function heldWhile<T>(writing: BehaviorSubject<boolean>, answers: Observable<T>): Observable<T> {
  return new Observable<T>((observer) => {
    const held: T[] = []
    const release = writing.subscribe((busy) => {
      const [latest] = held.splice(0)
      if (!busy && latest !== undefined) observer.next(latest)
    })
    const answering = answers.subscribe({
      next: (answer) => {
        if (writing.value) held.splice(0, held.length, answer)
        else observer.next(answer)
      },
      error: (fault: unknown) => observer.error(fault),
      complete: () => observer.complete(),
    })
    return () => {
      release.unsubscribe()
      answering.unsubscribe()
    }
  })
}
