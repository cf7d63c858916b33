import { expect, test } from 'vitest'
import type { CatalogueRecord, OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { checkRelease, diffReleases } from '#domain/catalogue/check-release.ts'
import { activeRelease } from '#domain/catalogue/release.ts'

const xtra: OfferingDraft = {
  code: 'XTRA-10',
  name: { id: 'Xtra 10 GB', en: 'Xtra 10 GB' },
  description: { id: 'Kuota 10 GB', en: '10 GB of data' },
  line: 'mobile',
  paymentType: 'prepaid',
  chargeType: 'recurring',
  chargeBasis: 'volume',
  amount: 50_000,
  unit: 'GB',
  period: 'month',
}

function release(version: string, effectiveFrom: string): CatalogueRecord {
  return {
    id: `release:${version}`,
    rev: 1,
    kind: 'release',
    releaseId: `release:${version}`,
    version,
    effectiveFrom,
    offeringCount: 0,
  }
}

test('a release takes over at its time on each centre’s own clock', () => {
  const releases = [release('2026.10.1', '2026-10-01T00:00'), release('2026.12.1', '2026-12-01T00:00')]
  const midnightInKendari = Date.UTC(2026, 10, 30, 16)
  expect(activeRelease(releases, 'WITA', midnightInKendari - 1)?.version).toBe('2026.10.1')
  expect(activeRelease(releases, 'WITA', midnightInKendari)?.version).toBe('2026.12.1')
  expect(activeRelease(releases, 'WIB', midnightInKendari)?.version).toBe('2026.10.1')
})

test('a release that cannot be sold by is found before it is published', () => {
  expect(checkRelease([])).toEqual([{ fault: 'no_offerings' }])
  expect(checkRelease([xtra, xtra])).toEqual([{ fault: 'code_twice', code: 'XTRA-10' }])
  expect(checkRelease([{ ...xtra, amount: 0, period: 'once' }]).map((finding) => finding.fault)).toEqual([
    'free_recurring',
    'period_missing',
  ])
  expect(checkRelease([xtra])).toEqual([])
})

test('the difference of two releases names what came, went and changed', () => {
  const dearer = { ...xtra, amount: 55_000 }
  const added = { ...xtra, code: 'XTRA-20' }
  const diff = diffReleases([xtra, { ...xtra, code: 'OLD' }], [dearer, added])
  expect(diff.added.map((offering) => offering.code)).toEqual(['XTRA-20'])
  expect(diff.removed.map((offering) => offering.code)).toEqual(['OLD'])
  expect(diff.changed).toMatchObject([
    { fields: ['amount'], before: { amount: 50_000 }, after: { amount: 55_000 } },
  ])
})
