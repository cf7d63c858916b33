import type { Operation } from '#domain/sync/operation.ts'
import type { Desk } from './wire-desk.ts'

/** The desk's own names in place of those that the arbitrary made up, and ids that no earlier run used. */
export function asOf(desk: Desk, operations: readonly Operation[], run: number): Operation[] {
  const { deviceId, label } = desk.enrolment
  const text = JSON.stringify(operations)
    .replaceAll(/"(c[123]|[atki][12])"/g, `"${run}-$1"`)
    .replaceAll(/"(q[12])"/g, `"A-${label}-${run}$1"`)
    .replaceAll(/"code":"[^"]*"/g, `"code":"X-${label}-1"`)
  return (JSON.parse(text) as Operation[]).map((operation) => ({
    ...operation,
    opId: `${run}-${operation.opId}`,
    deviceId,
    actorId: 'sari',
    centreId: 'KDI',
    capturedAt: 1_700_000_000_000,
  }))
}
