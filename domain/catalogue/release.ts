import type { Zone } from '#domain/reference/reference.ts'
import { instantOf } from '#domain/reference/zone.ts'
import { OfferingDraft, type CatalogueRecord } from '#domain/catalogue/catalogue.ts'

/** What a release says, as text that both sides write alike: the signature covers exactly this. */
export function canonicalRelease(release: CatalogueRecord, offerings: readonly CatalogueRecord[]): string {
  const ordered = [...offerings].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return JSON.stringify([
    release.releaseId,
    release.effectiveFrom,
    release.offeringCount,
    ordered.map((offering) => offeringKeys.map((key) => plain(offering[key]))),
  ])
}

const offeringKeys = Object.keys(OfferingDraft.properties) as (keyof OfferingDraft)[]

/** A value without the order of its keys, which a database may change. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The release that a centre sells by at `now`: the one whose time came last. */
export function activeRelease(
  releases: readonly CatalogueRecord[],
  zone: Zone,
  now: number,
): CatalogueRecord | undefined {
  let active: { release: CatalogueRecord; from: number } | undefined
  for (const release of releases) {
    const from = instantOf(release.effectiveFrom ?? '', zone)
    if (from === undefined || from > now) continue
    if (
      active === undefined ||
      from > active.from ||
      (from === active.from && (release.publishedAt ?? 0) > (active.release.publishedAt ?? 0))
    )
      active = { release, from }
  }
  return active?.release
}
