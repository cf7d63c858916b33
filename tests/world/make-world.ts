import type { CatalogueRecord } from '#domain/catalogue/catalogue.ts'
import { missedCallReason } from '#domain/contact/missed-call.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { globalPartition } from '#domain/sync/feed.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { makeCatalogue, type SignRelease } from '#tests/world/catalogue/make-catalogue.ts'
import { makeCentre } from '#tests/world/make-centre.ts'
import { makeStaff, staffRecord, type Staff } from '#tests/world/people/make-staff.ts'
import { headquarters, places, type Place } from '#tests/world/places/places.ts'
import { Random } from '#tests/world/random.ts'
import { makeArticles } from '#tests/world/talk/articles.ts'
import { reasons } from '#tests/world/talk/reasons.ts'
import { macroRecords } from '#tests/world/talk/macros.ts'
import { serviceLevels } from '#tests/world/talk/service-levels.ts'
import { resolutions } from '#tests/world/talk/resolutions.ts'
import { services } from '#tests/world/talk/services.ts'

export interface WorldSettings {
  /** The same seed and settings make the same world, byte for byte. */
  readonly seed: string
  readonly now: number
  /** Any number; above forty, cities get further centres. */
  readonly centres: number
  readonly customersPerCentre: number
  /** Other numbers of customers, by centre code. */
  readonly customersAt?: Readonly<Record<string, number>>
  readonly monthsOfHistory: number
  /** The key of the NIK hash. */
  readonly nikKey: Uint8Array
  readonly sign: SignRelease
}

/** The made-up operator. */
export interface World {
  /** Without headquarters. */
  readonly places: readonly Place[]
  readonly staff: readonly Staff[]
  readonly reference: readonly Reference[]
  readonly catalogue: readonly CatalogueRecord[]
  /** Customers, subscriptions, tickets, events and contacts of one centre, made while they are read. */
  recordsOf(centreCode: string): Generator<Placed>
  /** Everything: reference and catalogue first, then centre by centre. */
  records(): Generator<Placed>
}

/** Telephone numbers that are set aside for each centre; three for a customer. */
const numbersPerCentre = 1_500_000

export function makeWorld(settings: WorldSettings): World {
  const random = new Random(settings.seed)
  const since = settings.now - (settings.monthsOfHistory + 3) * 30 * 86_400_000
  const chosen = Array.from({ length: settings.centres }, (_, index) => placeAt(index))
  const customersAt = (code: string) => settings.customersAt?.[code] ?? settings.customersPerCentre
  const staffOf = (place: Place) =>
    makeStaff(place, customersAt(place.code), since, random.fork(`staff ${place.code}`))
  const crews = new Map([...chosen, headquarters].map((place) => [place.code, staffOf(place)]))
  const staff = [...crews.values()].flat()
  const publishedBy = crews.get(headquarters.code)?.[0]?.id ?? 'nobody'
  const reference: readonly Reference[] = [
    ...[...chosen, headquarters].map(centreRecord),
    ...staff.map(staffRecord),
    ...reasons.map(({ code, label, ticketType, department }) =>
      word('reason', code, { label, ticketType, department, ...skillOf(department) }),
    ),
    word('reason', missedCallReason, { label: { id: 'Panggilan tak terjawab', en: 'Missed call' } }),
    ...resolutions.map(({ code, label }) => word('resolution', code, { label })),
    ...services.map(({ code, label, prefix }) => word('service', code, { label, prefix })),
    ...makeArticles(settings.now, publishedBy),
    ...serviceLevels,
    ...macroRecords,
  ]
  const catalogue = makeCatalogue({ ...settings, publishedBy })

  function* recordsOf(code: string): Generator<Placed> {
    const index = chosen.findIndex((place) => place.code === code)
    const place = chosen[index]
    if (place === undefined) return
    yield* makeCentre(random.fork(code), {
      place,
      staff: crews.get(code) ?? [],
      customers: customersAt(code),
      months: settings.monthsOfHistory,
      now: settings.now,
      nikKey: settings.nikKey,
      firstNumber: index * numbersPerCentre,
    })
  }

  function* records(): Generator<Placed> {
    const partitions = [globalPartition]
    for (const record of reference) yield { collection: 'reference', record, partitions }
    for (const record of catalogue)
      yield { collection: 'catalogue', record: { ...record, rev: 1 }, partitions }
    for (const place of chosen) yield* recordsOf(place.code)
  }

  return { places: chosen, staff, reference, catalogue, recordsOf, records }
}

function centreRecord({ code, city, region, zone, link }: Place): Reference {
  const name = code === headquarters.code ? 'Kantor pusat' : `Loket ${city}`
  return { id: `centre:${code}`, rev: 1, kind: 'centre', code, name, active: true, zone, region, city, link }
}

function word(kind: 'reason' | 'resolution' | 'service', code: string, rest: Partial<Reference>): Reference {
  return { id: `${kind}:${code}`, rev: 1, kind, code, active: true, ...rest }
}

/** What everybody can answer asks for no skill. */
function skillOf(department: string): Partial<Reference> {
  return ['billing', 'fraud', 'network', 'sales', 'service', 'shipment'].includes(department)
    ? { skill: department }
    : {}
}

/** The cities in the table's order; after the last, each city's second centre, and so on. */
function placeAt(index: number): Place {
  const place = places[index % places.length]
  if (place === undefined) throw new Error('there are no places')
  const round = Math.floor(index / places.length) + 1
  return round === 1 ? place : { ...place, code: `${place.code}${round}`, city: `${place.city} ${round}` }
}
