import type { RxJsonSchema, RxQueryPlan } from 'rxdb/plugins/core'
import type { Entity } from '#domain/entity.ts'
import type { LeafIndex } from '#renderer/data/storage/leaf.ts'

/** Where the documents of a question stand: between two keys of an index or, without one, between two ids. */
export interface Place {
  readonly index?: LeafIndex
  readonly range: IDBKeyRange
  /** Nothing else stands there. */
  readonly isExact: boolean
  /** They stand there in the order that is asked for. */
  readonly isSorted: boolean
}

/** RxDB's own number for what is below everything. */
const lowest = Number.MIN_SAFE_INTEGER

/** RxDB puts `_deleted` before the fields of every index and the id behind them; in leaves nothing deleted is kept. */
export function indexesOf(
  schema: Pick<RxJsonSchema<unknown>, 'indexes'>,
  { partial = {}, coarse = {} }: Pick<Entity, 'partial' | 'coarse'>,
): LeafIndex[] {
  return (schema.indexes ?? [])
    .map((fields): readonly string[] => (typeof fields === 'string' ? [fields] : fields))
    .filter(([first, ...rest]) => first === '_deleted' && rest.length > 1)
    .map((fields) => fields.slice(1, -1))
    .map((fields) => {
      const name = fields.join('_')
      const grain = coarse[name]
      return { name, fields, only: partial[name] ?? {}, ...(grain === undefined ? {} : { grain }) }
    })
}

/**
 * The place that RxDB's plan names: anywhere when it chose an index that leaves do not have, or that lacks what is asked for;
 * nowhere when it is empty.
 */
export function placeOf(plan: RxQueryPlan, indexes: readonly LeafIndex[]): Place | undefined {
  const [first, ...fields] = plan.index
  const [isDeleted] = plan.startKeys as unknown[]
  const index = indexes.find((each) => [...each.fields, 'id'].join() === fields.join())
  const isKnown = fields.join() === 'id' || (index !== undefined && hasAllOf(index, plan))
  // Every id is a text, and every text stands below a list.
  if (first !== '_deleted' || isDeleted !== false || !isKnown)
    return { range: IDBKeyRange.bound('', []), isExact: false, isSorted: false }
  const keysOf = (keys: RxQueryPlan['startKeys']) => {
    const [id, ...rest] = keys.slice(1).map((key) => (key === lowest ? -Infinity : key))
    return index === undefined ? id : [id, ...rest]
  }
  const { selectorSatisfiedByIndex: isExact, sortSatisfiedByIndex: isSorted } = plan
  try {
    const range = IDBKeyRange.bound(
      keysOf(plan.startKeys),
      keysOf(plan.endKeys),
      !plan.inclusiveStart,
      !plan.inclusiveEnd,
    )
    return index === undefined ? { range, isExact, isSorted } : { index, range, isExact, isSorted }
  } catch (fault) {
    // It begins above its own end.
    if (fault instanceof Error && fault.name === 'DataError') return undefined
    throw fault
  }
}

/** Whether nothing between the ends of the plan has another value than those of which the index has entries. */
function hasAllOf({ fields, only }: LeafIndex, { startKeys, endKeys }: RxQueryPlan): boolean {
  // Behind the mark of deletion.
  const asks = (keys: readonly unknown[], field: string) => keys[1 + fields.indexOf(field)]
  return Object.entries(only).every(
    ([field, value]) => asks(startKeys, field) === value && asks(endKeys, field) === value,
  )
}
