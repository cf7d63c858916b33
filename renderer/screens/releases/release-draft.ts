import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { effectiveFrom, OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { checkRelease, type ReleaseFault } from '#domain/catalogue/check-release.ts'
import { code, text } from '#domain/fields.ts'

/** An offering while it is written. `key` is its place in the table, for its code may still change. */
const Row = Type.Object({
  ...OfferingDraft.properties,
  key: text(80),
  code: text(40),
  name: loose(200),
  description: loose(1200),
  unit: text(40),
})
export type Row = Static<typeof Row>

/** The next release while it is written. */
const ReleaseDraft = Type.Object({
  version: text(40),
  effectiveFrom: text(16),
  notes: text(2000),
  rows: Type.Array(Row, { maxItems: 400 }),
})
export type ReleaseDraft = Static<typeof ReleaseDraft>

function loose(length: number) {
  return Type.Object({ id: text(length), en: text(length) })
}

export function readDraft(value: unknown): ReleaseDraft | undefined {
  return Value.Check(ReleaseDraft, value) ? value : undefined
}

export function draftFrom(offerings: readonly OfferingDraft[]): ReleaseDraft {
  return {
    version: '',
    effectiveFrom: '',
    notes: '',
    rows: offerings.map((offering) => ({ ...offering, key: offering.code })),
  }
}

export function blankRow(key: string): Row {
  return {
    key,
    code: '',
    name: { id: '', en: '' },
    description: { id: '', en: '' },
    line: 'mobile',
    paymentType: 'prepaid',
    chargeType: 'recurring',
    chargeBasis: 'flat',
    amount: 0,
    unit: '',
    period: 'month',
  }
}

/** What is published of a row; its keys always in the same order, since releases are compared as they are written. */
export function offeringOfRow({ key: _, ...row }: Row): OfferingDraft {
  return {
    ...row,
    code: row.code.trim(),
    unit: row.unit.trim(),
    name: trimmed(row.name),
    description: trimmed(row.description),
  }
}

function trimmed({ id, en }: { id: string; en: string }) {
  return { id: id.trim(), en: en.trim() }
}

export type Fault = ReleaseFault | 'version' | 'version_taken' | 'effective' | 'field'
export interface RowFinding {
  readonly fault: Fault
  /** The row that it is about; absent when it is the whole release's. */
  readonly key?: string
}

/** Everything to mend before publishing: the catalogue's rules, and what the fields themselves need. */
export function findingsOf(draft: ReleaseDraft, versions: readonly string[]): RowFinding[] {
  const own: RowFinding[] = []
  if (!Value.Check(code(), draft.version.trim())) own.push({ fault: 'version' })
  else if (versions.includes(draft.version.trim())) own.push({ fault: 'version_taken' })
  if (!Value.Check(effectiveFrom(), draft.effectiveFrom)) own.push({ fault: 'effective' })
  const offerings = draft.rows.map(offeringOfRow)
  const ruled = checkRelease(offerings).map(({ fault, code: of }): RowFinding => {
    const row = draft.rows.findLast((one) => one.code.trim() === of)
    return row === undefined ? { fault } : { fault, key: row.key }
  })
  const faulty = new Set(ruled.map(({ key }) => key))
  const unfit = draft.rows.filter(
    (row) => !faulty.has(row.key) && !Value.Check(OfferingDraft, offeringOfRow(row)),
  )
  return [...own, ...ruled, ...unfit.map(({ key }): RowFinding => ({ fault: 'field', key }))]
}
