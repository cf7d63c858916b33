import { combineLatest, map, switchMap, timer, type Observable } from 'rxjs'
import { OfferingDraft, type CatalogueRecord } from '#domain/catalogue/catalogue.ts'
import { activeRelease, canonicalRelease } from '#domain/catalogue/release.ts'
import { instantOf } from '#domain/reference/zone.ts'
import type { CatalogueView, ReleaseView } from '#renderer/data/contract.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { isSigned } from '#renderer/data/signature.ts'
import { live } from '#renderer/data/queries/live.ts'

interface Whole {
  readonly release: CatalogueRecord
  readonly offerings: readonly CatalogueRecord[]
  readonly sound: boolean
}

/** Every release with its offerings; `sound` when it is whole and headquarters signed exactly this. */
function wholeReleases(desk: Desk): Observable<Whole[]> {
  const all = live(desk.core.replica, 'catalogue', { selector: {} })
  return combineLatest([all, desk.core.enrolment]).pipe(
    map(([records, enrolment]) =>
      records
        .filter((record) => record.kind === 'release')
        .map((release) => {
          const offerings = records.filter(
            (record) => record.kind === 'offering' && record.releaseId === release.id,
          )
          const whole = offerings.length === release.offeringCount
          return {
            release,
            offerings,
            sound:
              whole &&
              isSigned(canonicalRelease(release, offerings), release.signature, enrolment?.releaseKey),
          }
        }),
    ),
  )
}

/** By which release this centre sells now: it switches by itself at its time, without a line too. */
export function catalogue(desk: Desk): Observable<CatalogueView> {
  return wholeReleases(desk).pipe(
    switchMap((releases) => timer(0, 30_000).pipe(map(() => releases))),
    map((releases) => viewNow(desk, releases)),
  )
}

function viewNow(desk: Desk, releases: readonly Whole[]): CatalogueView {
  const zone = desk.core.enrolment.value?.centre.zone ?? 'WIB'
  const now = timeAt(desk)
  const sound = releases.filter((each) => each.sound)
  const active = activeRelease(
    sound.map((each) => each.release),
    zone,
    now,
  )
  const next = sound
    .map((each) => ({ release: each.release, at: instantOf(each.release.effectiveFrom ?? '', zone) ?? 0 }))
    .filter((each) => each.at > now)
    .toSorted((a, b) => a.at - b.at)[0]
  const newest = sound
    .map((each) => each.release)
    .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0]
  const damaged = releases.find((each) => !each.sound && each.offerings.length === each.release.offeringCount)
  return {
    ...(active === undefined ? {} : { release: active }),
    offerings: sound.find((each) => each.release.id === active?.id)?.offerings ?? [],
    ...(next === undefined ? {} : { next }),
    ...(newest === undefined ? {} : { newest }),
    ...(damaged === undefined ? {} : { refusedReleaseId: damaged.release.id }),
  }
}

export function releases(desk: Desk): Observable<CatalogueRecord[]> {
  return wholeReleases(desk).pipe(
    map((all) =>
      all.map((each) => each.release).toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)),
    ),
  )
}

export function release(desk: Desk, releaseId: string): Observable<ReleaseView | null> {
  return wholeReleases(desk).pipe(
    map((all) => {
      const found = all.find((each) => each.release.id === releaseId)
      return found === undefined ? null : { release: found.release, offerings: found.offerings.map(draftOf) }
    }),
  )
}

const draftFields = Object.keys(OfferingDraft.properties) as (keyof OfferingDraft)[]

/** An offering without what belongs to its release. Every published one has all of a draft's fields. */
function draftOf(offering: CatalogueRecord): OfferingDraft {
  return Object.fromEntries(draftFields.map((field) => [field, offering[field]])) as unknown as OfferingDraft
}
