import type { Customer } from '#domain/customer/customer.ts'
import { idAt } from '#tests/world/id-at.ts'
import { makeIdentity } from '#tests/world/people/make-identity.ts'
import { makeName, slug, type Gender } from '#tests/world/people/make-name.ts'
import { organisationWords } from '#tests/world/people/names.ts'
import { streets, type Place } from '#tests/world/places/places.ts'
import type { Random } from '#tests/world/random.ts'
import { interestLines, pinnedLines } from '#tests/world/talk/phrases.ts'

const dayMs = 86_400_000
const mailHosts = ['gmail.com', 'gmail.com', 'yahoo.co.id', 'outlook.com'] as const

export interface CustomerPlace {
  readonly place: Place
  /** Its number in the centre, from 0; makes the code. */
  readonly index: number
  readonly now: number
  readonly nikKey: Uint8Array
}

/** One customer of a centre, without the telephone numbers that its subscriptions bring. */
export function makeCustomer(random: Random, where: CustomerPlace): Customer {
  const { place, index, now } = where
  const sinceAt = now - Math.floor(random.unit() ** 1.5 * 12 * 365 * dayMs) - 20 * dayMs
  const organisation = random.chance(0.06)
  const who = organisation ? anOrganisation(random) : aPerson(random, where)
  return {
    id: idAt(sinceAt, random),
    rev: 1,
    code: `C-${place.code}-${String(index + 1).padStart(6, '0')}`,
    provenance: 'verified',
    valueTier: random.weighted([
      ['regular', 860],
      ['gold', 95],
      ['vip', 33],
      ['vvip', 12],
    ] as const),
    since: isoDay(sinceAt),
    homeCentreId: place.code,
    ...who,
    addressLine: `${random.pick(streets)} No. ${random.int(1, 180)}, ${random.pick(place.districts)}`,
    city: place.city,
    language: random.chance(0.03) ? 'en' : 'id',
    ...(random.chance(0.35)
      ? { email: `${slug(who.name)}${random.int(1, 99)}@${random.pick(mailHosts)}` }
      : {}),
    ...(random.chance(0.25) ? { interests: random.pick(interestLines) } : {}),
    ...(random.chance(0.06) ? { pinnedNote: random.pick(pinnedLines) } : {}),
  }
}

type Who = Pick<Customer, 'kind' | 'segment' | 'name' | 'birthDate' | 'gender' | 'nikHash' | 'nikLast4'>

function aPerson(random: Random, { place, now, nikKey }: CustomerPlace): Who {
  const gender: Gender = random.chance(0.5) ? 'female' : 'male'
  const birthDate = isoDay(now - random.int(17 * 365, 74 * 365) * dayMs)
  return {
    kind: 'person',
    segment: 'consumer',
    name: makeName(random, place.origins, gender),
    gender,
    birthDate,
    ...makeIdentity(random, nikKey, place.nikRegion, birthDate, gender),
  }
}

function anOrganisation(random: Random): Who {
  const segment = random.weighted([
    ['enterprise', 70],
    ['corporate', 24],
    ['aggregator', 4],
    ['wholesaler', 2],
  ] as const)
  return {
    kind: 'organisation',
    segment,
    name: `${random.pick(organisationWords.kinds)} ${random.pick(organisationWords.names)}`,
  }
}

export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
