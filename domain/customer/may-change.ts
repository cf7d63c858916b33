import type { AmendableField } from '#domain/customer/customer.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'

const identity: readonly AmendableField[] = ['name', 'birthDate', 'gender', 'nikHash', 'nikLast4']

/** Identity takes a sighted document, so the people who only hear a voice may not change it. */
export function mayChange(role: Role, field: AmendableField): boolean {
  const serves = (servingRoles as readonly Role[]).includes(role)
  return serves && (role !== 'agent' || !identity.includes(field))
}
