import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { plain } from '#domain/catalogue/release.ts'

export type ReleaseFault =
  | 'no_offerings'
  | 'code_twice'
  | 'name_missing'
  | 'free_recurring'
  | 'unit_missing'
  | 'period_missing'
export interface Finding {
  readonly fault: ReleaseFault
  /** The offering's code; absent when the fault is the whole release's. */
  readonly code?: string
}

/** What an admin has to mend before a release can be published; empty when it is sound. */
export function checkRelease(offerings: readonly OfferingDraft[]): Finding[] {
  if (offerings.length === 0) return [{ fault: 'no_offerings' }]
  const seen = new Set<string>()
  return offerings.flatMap((offering) => {
    const twice = seen.has(offering.code)
    seen.add(offering.code)
    return [...(twice ? (['code_twice'] as const) : []), ...faultsOf(offering)].map((fault) => ({
      fault,
      code: offering.code,
    }))
  })
}

function faultsOf(offering: OfferingDraft): ReleaseFault[] {
  const faults: ReleaseFault[] = []
  if (offering.name.id.trim() === '' || offering.name.en.trim() === '') faults.push('name_missing')
  if (offering.chargeType === 'recurring' && offering.amount === 0) faults.push('free_recurring')
  if (offering.chargeType === 'usage' && offering.unit.trim() === '') faults.push('unit_missing')
  if (offering.chargeType === 'recurring' && offering.period === 'once') faults.push('period_missing')
  return faults
}

export interface ReleaseDiff {
  readonly added: readonly OfferingDraft[]
  readonly removed: readonly OfferingDraft[]
  readonly changed: readonly {
    readonly before: OfferingDraft
    readonly after: OfferingDraft
    readonly fields: readonly string[]
  }[]
}

/** What a release changes against the one before it. */
export function diffReleases(before: readonly OfferingDraft[], after: readonly OfferingDraft[]): ReleaseDiff {
  const old = new Map(before.map((offering) => [offering.code, offering]))
  const now = new Set(after.map((offering) => offering.code))
  return {
    added: after.filter((offering) => !old.has(offering.code)),
    removed: before.filter((offering) => !now.has(offering.code)),
    changed: after.flatMap((offering) => {
      const previous = old.get(offering.code)
      const fields = previous === undefined ? [] : changedFields(previous, offering)
      return previous === undefined || fields.length === 0
        ? []
        : [{ before: previous, after: offering, fields }]
    }),
  }
}

function changedFields(before: OfferingDraft, after: OfferingDraft): string[] {
  return (Object.keys(after) as (keyof OfferingDraft)[]).filter(
    (key) => JSON.stringify(plain(before[key])) !== JSON.stringify(plain(after[key])),
  )
}
