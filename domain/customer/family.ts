import type { Customer } from '#domain/customer/customer.ts'

/** The ids under which a customer's tickets and contacts may stand: its own and those of the records that it absorbed. */
export function family(customer: Customer): readonly string[] {
  return [customer.id, ...(customer.absorbedIds ?? [])]
}
