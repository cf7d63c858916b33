import type { Item } from '#domain/item/item.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { customer } from './payloads.ts'

/** Kendari with an enrolled desk of Ani's, and Makassar with people of its own. */
export async function twoCentres(url: string) {
  const hq = await headquarters({ url })
  for (const centre of ['KDI', 'MKS']) await hq.seedCentre(centre)
  await hq.seedStaff('ani', 'branch', 'KDI')
  await hq.seedStaff('budi', 'agent', 'KDI')
  await hq.seedStaff('rina', 'supervisor', 'MKS')
  await hq.seedStaff('adi', 'admin', 'MKS')
  const desk = await hq.desk('KDI', 'ani')
  return { hq, desk, label: desk.enrolment.label }
}

/** A customer whom a centre knows already. */
export function known(hq: TestHeadquarters, id: string, centre = 'KDI'): Promise<void> {
  return hq.write([{ collection: 'customers', record: customer(id, centre) }], `c:${centre}`)
}

/** The first item that an operation raised. */
export function itemOf(hq: TestHeadquarters, result: OperationResult): Promise<Item | undefined> {
  return recordOf(hq.database, 'items', result.itemIds?.[0] ?? '')
}
