import type { CatalogueRecord, OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { publishRelease, releaseIdOf } from '#domain/catalogue/publish-release.ts'
import { RecordMap } from '#domain/sync/records.ts'

/** The made-up headquarters' signature of a whole release. */
export type SignRelease = (release: CatalogueRecord, offerings: readonly CatalogueRecord[]) => string

const dayMs = 86_400_000
const weekly = { chargeType: 'one_time', chargeBasis: 'volume', period: 'week', unit: 'paket' } as const
const monthly = { chargeType: 'recurring', chargeBasis: 'volume', period: 'month', unit: 'paket' } as const
const once = { chargeType: 'one_time', chargeBasis: 'flat', period: 'once', unit: 'event' } as const
const mobile = { line: 'mobile', paymentType: 'prepaid' } as const

/** One release that is sold by, and one that comes into effect in four days: both are signed and checked like real ones. */
export function madeUpCatalogue(now: number, sign: SignRelease): CatalogueRecord[] {
  const coming = [
    ...offerings,
    offering('CONTOH-50', 'Paket Contoh 50 GB', 99_000, { ...mobile, ...monthly }),
  ]
  return [
    ...release(now - 60 * dayMs, 'Katalog contoh.', offerings, sign),
    ...release(now + 4 * dayMs, 'Paket Contoh 50 GB.', coming, sign),
  ]
}

type Kind = Pick<OfferingDraft, 'line' | 'paymentType' | 'chargeType' | 'chargeBasis' | 'period' | 'unit'>

function offering(code: string, name: string, amount: number, kind: Kind): OfferingDraft {
  const description = { id: `${name}, hanya untuk latihan.`, en: `${name}, for practice only.` }
  return { ...kind, code, name: { id: name, en: name }, description, amount }
}

const offerings: readonly OfferingDraft[] = [
  offering('CONTOH-3', 'Paket Contoh 3 GB', 20_000, { ...mobile, ...weekly }),
  offering('CONTOH-15', 'Paket Contoh 15 GB', 45_000, { ...mobile, ...monthly }),
  offering('CONTOH-30', 'Paket Contoh 30 GB', 75_000, { ...mobile, ...monthly }),
  offering('CONTOH-PASCA', 'Pascabayar Contoh', 150_000, {
    ...monthly,
    line: 'mobile',
    paymentType: 'postpaid',
    chargeBasis: 'flat',
  }),
  offering('CONTOH-RUMAH', 'Internet Rumah Contoh', 250_000, {
    ...monthly,
    line: 'internet',
    paymentType: 'postpaid',
    chargeBasis: 'bandwidth',
  }),
  offering('CONTOH-KARTU', 'Ganti Kartu Contoh', 10_000, { ...once, line: 'service', paymentType: 'both' }),
]

function release(
  effectiveAt: number,
  notes: string,
  sold: readonly OfferingDraft[],
  sign: SignRelease,
): CatalogueRecord[] {
  const day = new Date(effectiveAt).toISOString().slice(0, 10)
  const version = day.replaceAll('-', '.')
  const outcome = publishRelease.apply(
    new RecordMap(),
    { version, effectiveFrom: `${day}T00:00`, notes, offerings: [...sold] },
    {},
    {
      opId: releaseIdOf(version),
      index: 0,
      actorId: 'practice-admin',
      centreId: 'HQ',
      at: effectiveAt - 5 * dayMs,
    },
  )
  const records = outcome.done ? outcome.writes.map(({ record }) => record as CatalogueRecord) : []
  const [head, ...rest] = records.map((record) => ({ ...record, rev: 1 }))
  if (head === undefined) throw new Error('the made-up release is not one that could be published')
  return [{ ...head, signature: sign(head, rest) }, ...rest]
}
