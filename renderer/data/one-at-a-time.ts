export type Exclusive = <T>(task: () => Promise<T>) => Promise<T>

/** Runs tasks one after another in the order they came; a failed one does not hold the next. */
export function oneAtATime(): Exclusive {
  const queue = { tail: Promise.resolve() as Promise<unknown> }
  return (task) => {
    const mine = queue.tail.then(task, task)
    queue.tail = mine.catch(() => undefined)
    return mine
  }
}
