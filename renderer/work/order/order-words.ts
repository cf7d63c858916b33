import type { Check } from '#domain/order/checks.ts'
import type { Order, Slot } from '#domain/order/order.ts'
import type { Language } from '#renderer/stores/settings.ts'
import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

/** `Penawaran baru: XTRA Combo 20 GB`, `Ganti kartu SIM`. */
export function wishName(
  { wish, offeringName }: Pick<Order, 'wish' | 'offeringName'>,
  language: Language,
  { orders }: Words,
): string {
  const what = offeringName?.[language]
  return what === undefined ? orders.wish[wish] : `${orders.wish[wish]}: ${what}`
}

/** `27 Nov 2026, Pagi (08.00–12.00)` */
export function slotName({ day, part }: Slot, { orders }: Words, format: Format): string {
  return `${format.day(day)}, ${orders.part[part]}`
}

/** The checks inside of a sentence. */
export function checkNames(checks: readonly Check[], { orders }: Words): string {
  return checks.map((check) => inSentence(orders.check[check])).join(', ')
}

/** `Alamat …` → `alamat …`; `KTP …` stays. */
function inSentence(words: string): string {
  return words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
}
