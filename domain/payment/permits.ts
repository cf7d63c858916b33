import type { Role } from '#domain/staff/roles.ts'

/** Whoever stands at a counter with a drawer; an agent on the telephone has none. */
export function permitsCash(role: Role): boolean {
  return role === 'branch' || role === 'supervisor'
}
