import type { CatalogueRecord, OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { publishRelease, releaseIdOf } from '#domain/catalogue/publish-release.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { comingOfferings, presentOfferings } from '#tests/world/catalogue/offerings.ts'
import { accepted } from '#tests/world/accepted.ts'

const dayMs = 86_400_000

/** Headquarters' signature of a whole release. */
export type SignRelease = (release: CatalogueRecord, offerings: readonly CatalogueRecord[]) => string

export interface CatalogueSettings {
  readonly now: number
  readonly monthsOfHistory: number
  readonly publishedBy: string
  readonly sign: SignRelease
}

/** Two signed releases: one that is sold by since the world began, one that comes into effect in four days. */
export function makeCatalogue(settings: CatalogueSettings): CatalogueRecord[] {
  const { now, monthsOfHistory } = settings
  const since = now - (monthsOfHistory + 1) * 30 * dayMs
  return [
    ...release(settings, since - 5 * dayMs, since, presentOfferings, 'Katalog dasar.'),
    ...release(
      settings,
      now - dayMs,
      now + 4 * dayMs,
      comingOfferings,
      'Xtra Combo 50 GB, Rumah 200 Mbps, Keluarga; roaming Asia lebih murah.',
    ),
  ]
}

function release(
  { publishedBy, sign }: CatalogueSettings,
  publishedAt: number,
  effectiveAt: number,
  offerings: readonly OfferingDraft[],
  notes: string,
): CatalogueRecord[] {
  const effectiveDay = new Date(effectiveAt).toISOString().slice(0, 10)
  const version = effectiveDay.replaceAll('-', '.')
  const outcome = publishRelease.apply(
    new RecordMap(),
    { version, effectiveFrom: `${effectiveDay}T00:00`, notes, offerings: [...offerings] },
    {},
    { opId: releaseIdOf(version), index: 0, actorId: publishedBy, centreId: 'HQ', at: publishedAt },
  )
  const [head, ...rest] = accepted(outcome).map((write) => write.record as CatalogueRecord)
  if (head === undefined) throw new Error('a release without a head')
  return [{ ...head, signature: sign(head, rest) }, ...rest]
}
