import type { Role } from '#domain/staff/roles.ts'
import { hashPassword } from '#sync-server/auth/passwords.ts'

export const password = 'rahasia-sekali'

const hashed: { once?: Promise<string> } = {}
/** Hashed once for all people of all worlds: argon2id is slow by design. */
export function passwordHash(): Promise<string> {
  return (hashed.once ??= hashPassword(password))
}

export interface SimPerson {
  readonly id: string
  readonly role: Role
  readonly centreId: string
}

/** Two centres: Kendari with two desks, Makassar with one. The first person of a desk opens it in the morning. */
export const desks: readonly { readonly centreId: string; readonly people: readonly SimPerson[] }[] = [
  {
    centreId: 'KDI',
    people: [
      { id: 'ani', role: 'agent', centreId: 'KDI' },
      { id: 'sari', role: 'supervisor', centreId: 'KDI' },
    ],
  },
  {
    centreId: 'KDI',
    people: [
      { id: 'budi', role: 'branch', centreId: 'KDI' },
      { id: 'sari', role: 'supervisor', centreId: 'KDI' },
    ],
  },
  {
    centreId: 'MKS',
    people: [
      { id: 'tuti', role: 'branch', centreId: 'MKS' },
      { id: 'umar', role: 'supervisor', centreId: 'MKS' },
    ],
  },
]
