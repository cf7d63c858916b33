import type { Reference } from '#domain/reference/reference.ts'
import { headquarters, testClock, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer, subscription } from '#tests/server/payloads.ts'

/** The headquarters at which wires are recorded and asked again: centres, people and a few customers. */
export async function wireWorld(newId: () => string = idsInARow()): Promise<TestHeadquarters> {
  const hq = await headquarters({ clock: { ...testClock(), ...clockWith(newId) } })
  await hq.seedCentre('KDI', 'WITA')
  await hq.seedCentre('MKS', 'WITA')
  await hq.seedCentre('HQ')
  await hq.seedStaff('ani', 'agent', 'KDI')
  await hq.seedStaff('budi', 'branch', 'KDI')
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  await hq.seedStaff('adi', 'admin', 'HQ')
  await hq.seedStaff('rina', 'supervisor', 'MKS')
  await hq.write([
    { collection: 'reference', record: label('reason', 'KUOTA', 'Kuota tidak masuk', 'Quota missing') },
    { collection: 'reference', record: label('resolution', 'RESET', 'Diatur ulang', 'Reset') },
  ])
  const known = [
    customer('c1', 'KDI', { name: 'Wagiyem', phone: '+628171000001', interests: 'bola' }),
    customer('c2', 'KDI', { name: 'Dewi Lestari', phone: '+628171000002' }),
    customer('c3', 'KDI', { name: 'Agus Salim', phone: '+628171000003' }),
  ]
  for (const record of known) await hq.write([{ collection: 'customers', record }], 'c:KDI')
  await hq.write(
    [{ collection: 'subscriptions', record: subscription('s1', 'c1', '+628171000001') }],
    'c:KDI',
  )
  const far = customer('c9', 'MKS', { name: 'Muhammad Rizki Pratama', phone: '+628171000009' })
  await hq.write([{ collection: 'customers', record: far }], 'c:MKS')
  return hq
}

/** The same ids, in the same order, each time. */
function idsInARow(): () => string {
  const made = { count: 0 }
  return () => `00000000-0000-7000-8000-${String(++made.count).padStart(12, '0')}`
}

function clockWith(newId: () => string) {
  const state = { now: Date.UTC(2026, 10, 23, 2) }
  return { now: () => state.now, newId, advance: (ms: number) => void (state.now += ms) }
}

function label(kind: 'reason' | 'resolution', code: string, id: string, en: string): Reference {
  return { id: `${kind}:${code}`, rev: 0, kind, code, label: { id, en }, active: true }
}
