import type { Customer } from '#domain/customer/customer.ts'
import { isReach, stored } from '#renderer/screens/customer/detail.ts'
import type { DetailName } from '#renderer/screens/customer/Details.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { usePermits } from '#renderer/work/usePermits.ts'

/** Changes one field of a customer; only that field is sent, with the value that stood there when the typing began. */
export function useAmend(customer: Customer, field: DetailName, base: string) {
  const reach = useRun('changeContactDetails')
  const other = useRun('amendCustomer')
  const permits = usePermits()
  const may = isReach(field)
    ? permits('changeContactDetails')
    : permits('amendCustomer', { changes: { [field]: '' } })

  /** True when the change is durable on this PC or there was nothing to change. */
  async function amend(typed: string): Promise<boolean> {
    const value = stored(field, typed)
    if (value === undefined) return false
    if (value === base) return true
    const change = { customerId: customer.id, changes: { [field]: value }, base: { [field]: base } }
    return (await (isReach(field) ? reach.run(change) : other.run(change))) !== undefined
  }
  return { amend, may, running: reach.running || other.running, problem: reach.problem ?? other.problem }
}
