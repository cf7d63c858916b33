export const roles = ['agent', 'branch', 'supervisor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Everybody who serves customers. */
export const servingRoles = ['agent', 'branch', 'supervisor'] as const satisfies readonly Role[]

/** Whose day it is to look at a centre's work as a whole, and to take it away as a file. */
export function leadsCentre(role: Role | undefined): boolean {
  return role === 'supervisor' || role === 'admin'
}
