import { headquarters, type TestHeadquarters } from '#tests/server/headquarters.ts'

/** Kendari and Makassar, each with a supervisor and an agent. */
export async function twoCentres(): Promise<TestHeadquarters> {
  const hq = await headquarters()
  for (const centre of ['KDI', 'MKS']) await hq.seedCentre(centre, 'WITA')
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  await hq.seedStaff('rina', 'supervisor', 'MKS')
  return hq
}

export const sari = { centreId: 'KDI', username: 'sari' } as const
export const ani = { centreId: 'KDI', username: 'ani', seed: 2 } as const
export const rina = { centreId: 'MKS', username: 'rina', seed: 3 } as const
