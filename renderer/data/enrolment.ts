import { Value } from 'typebox/value'
import { Enrolment } from '#domain/sync/session.ts'
import type { Keep } from '#renderer/data/machine.ts'

const key = 'enrolment'

/** Who this desk is. Kept beside the database, which Chromium may delete whole. */
export function keptEnrolment(keep: Keep): Enrolment | undefined {
  const stored: unknown = JSON.parse(keep.get(key) ?? 'null')
  return Value.Check(Enrolment, stored) ? stored : undefined
}

export function keepEnrolment(keep: Keep, enrolment: Enrolment): void {
  keep.set(key, JSON.stringify(enrolment))
}
