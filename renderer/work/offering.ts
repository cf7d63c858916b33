import { Value } from 'typebox/value'
import { OfferingDraft, type CatalogueRecord } from '#domain/catalogue/catalogue.ts'
import type { Language } from '#renderer/stores/settings.ts'
import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

/** An offering out of the collection that it shares with releases. */
export function offeringOf(record: CatalogueRecord): OfferingDraft | undefined {
  const { code, name, description, line, paymentType, chargeType, chargeBasis, amount, unit, period } = record
  const offering = {
    code,
    name,
    description,
    line,
    paymentType,
    chargeType,
    chargeBasis,
    amount,
    unit,
    period,
  }
  return Value.Check(OfferingDraft, offering) ? offering : undefined
}

type Priced = Pick<OfferingDraft, 'amount' | 'unit' | 'period' | 'chargeType'>

/** `Rp150.000 per bulan`, `Rp275 per MB`, `Rp160.000 sekali`. */
export function priceOf(offering: Priced, words: Words, format: Format): string {
  const amount = format.money(offering.amount)
  if (offering.chargeType === 'usage') {
    const units: Readonly<Record<string, string>> = words.work.catalogue.units
    return `${amount} ${words.work.catalogue.per(units[offering.unit] ?? offering.unit)}`
  }
  if (offering.period === 'once') return `${amount} ${words.terms.period.once}`
  return `${amount} ${words.work.catalogue.per(words.terms.period[offering.period])}`
}

/** What an agent may read out or send. */
export function explanationOf(
  offering: OfferingDraft,
  language: Language,
  words: Words,
  format: Format,
): string {
  const { name, description, code } = offering
  const price = `${priceOf(offering, words, format)} (${words.work.catalogue.taxIncluded})`
  return [`${name[language]} (${code})`, price, description[language]]
    .filter((line) => line.trim() !== '')
    .join('\n')
}
