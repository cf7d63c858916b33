import type { Operation, Step } from '#domain/sync/operation.ts'

/** Ani's operation at the first desk of Kendari. */
export function operationOf(deviceSeq: number, steps: Step[]): Operation {
  return {
    opId: `op${deviceSeq}`,
    deviceId: 'd1',
    deviceSeq,
    actorId: 'ani',
    centreId: 'KDI',
    capturedAt: 1_700_000_000_000 + deviceSeq,
    steps,
  }
}
