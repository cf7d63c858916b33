import { steps, type PayloadOf, type StepName } from '#domain/steps.ts'
import type { Role } from '#domain/staff/roles.ts'
import { useLive } from '#renderer/data/useLive.ts'

/** Whether the signed-in person may do this, by the same rule that headquarters applies. */
export function usePermits(): <K extends StepName>(kind: K, payload?: Partial<PayloadOf<K>>) => boolean {
  const role = useLive('desk')?.person?.role
  return (kind, payload) => {
    if (role === undefined) return false
    const permits = steps[kind].permits as (role: Role, payload: unknown) => boolean
    return permits(role, payload ?? {})
  }
}
