export const roles = ['agent', 'branch', 'supervisor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Everybody who serves customers. */
export const servingRoles = ['agent', 'branch', 'supervisor'] as const satisfies readonly Role[]
