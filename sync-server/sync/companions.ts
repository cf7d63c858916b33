import type { Operation } from '#domain/sync/operation.ts'

/** Steps for which headquarters looks beyond the records that they name: who a new customer is, what hangs on one that moves. */
const lookingBeyond: ReadonlySet<string> = new Set([
  'registerCustomer',
  'linkCustomer',
  'unlinkCustomer',
  'moveCustomer',
])

/**
 * A batch in runs that can be taken in one transaction each, in the order of the batch. What looks beyond the records
 * that it names stands alone, as it finds only what is stored; one that comes twice begins a new run, where it is
 * answered as it was.
 */
export function companions(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const runs: Operation[][] = []
  let run: Operation[] | undefined
  for (const operation of operations) {
    const isAlone = operation.steps.some(({ kind }) => lookingBeyond.has(kind))
    const comesAgain = run?.some(({ opId }) => opId === operation.opId) === true
    if (run === undefined || isAlone || comesAgain) runs.push((run = []))
    run.push(operation)
    if (isAlone) run = undefined
  }
  return runs
}
