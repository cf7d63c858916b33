import type { Person } from '#domain/sync/session.ts'

/** Where and as whom one practises. */
export const practiceCentre = { id: 'LAT', name: 'Loket Latihan', zone: 'WITA' } as const
export const practicePerson: Person = {
  id: 'practice-person',
  username: 'latihan',
  name: 'Petugas Latihan',
  role: 'supervisor',
  centreId: practiceCentre.id,
}
export const practicePassword = 'latihan'
