import type { Customer } from '#domain/customer/customer.ts'
import { link } from '#domain/customer/link-customer.ts'
import type { Records, Write } from '#domain/sync/records.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { customersMeant } from '#sync-server/storage/directory.ts'
import { lockRecords } from '#sync-server/storage/documents.ts'
import { namesAlike } from '#domain/customer/names-alike.ts'

/** Who a provisional customer may be: nobody known, one for certain, or a question for a person. */
export type Match =
  | { readonly kind: 'new' }
  | { readonly kind: 'linked'; readonly writes: readonly Write[] }
  | { readonly kind: 'unclear'; readonly customer: Customer; readonly candidates: readonly Customer[] }

/** Looks a customer that was registered without a line up by number and identity. */
export async function matchCustomer(tx: Sql, customer: Customer): Promise<Match> {
  const candidates = await candidatesFor(tx, customer)
  if (candidates.length === 0) return { kind: 'new' }
  const same = candidates.filter((other) => other.nikHash !== undefined && other.nikHash === customer.nikHash)
  const [certain] =
    same.length === 1
      ? same
      : candidates.length === 1
        ? candidates.filter((other) => alike(customer, other))
        : []
  const linked = certain === undefined ? undefined : link(customer, certain)
  return linked?.done === true
    ? { kind: 'linked', writes: linked.writes }
    : { kind: 'unclear', customer, candidates }
}

/** One number, one name, and no identity that says otherwise. */
function alike(one: Customer, other: Customer): boolean {
  if (one.nikHash !== undefined && other.nikHash !== undefined) return one.nikHash === other.nikHash
  return namesAlike(one.name, other.name)
}

async function candidatesFor(tx: Sql, customer: Customer): Promise<Customer[]> {
  const numbers = customer.phone === undefined ? [] : await customersMeant(tx, 'number', customer.phone)
  const identities = customer.nikHash === undefined ? [] : await customersMeant(tx, 'nik', customer.nikHash)
  const found = await lockCustomers(tx, [...numbers, ...identities])
  // Who stands for another one is looked up there.
  const survivors = await lockCustomers(
    tx,
    found.flatMap(({ mergedInto }) => mergedInto ?? []),
  )
  const byId = new Map(
    [...found, ...survivors].filter((each) => each.mergedInto === undefined).map((each) => [each.id, each]),
  )
  byId.delete(customer.id)
  return [...byId.values()].slice(0, 20)
}

async function lockCustomers(tx: Sql, ids: readonly string[]): Promise<Customer[]> {
  const refs = [...new Set(ids)].toSorted().map((id) => ({ collection: 'customers' as const, id }))
  return (await lockRecords(tx, refs)).flatMap((write) =>
    write.collection === 'customers' ? [write.record] : [],
  )
}

/** The provisional customers that an operation brings for the first time. */
export function newProvisional(base: Records, writes: readonly Write[]): Customer[] {
  return writes.flatMap((write) =>
    write.collection === 'customers' &&
    write.record.provenance === 'provisional' &&
    base.get('customers', write.record.id) === undefined
      ? [write.record]
      : [],
  )
}
