import { awaitsHeadquarters, type Order } from '#domain/order/order.ts'
import type { Language } from '#renderer/stores/settings.ts'
import { priceOf } from '#renderer/work/offering.ts'
import { checkNames, slotName, wishName } from '#renderer/work/order/order-words.ts'
import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

/** What was asked for, with the price or the time that was said. */
export function askedLine(order: Order, language: Language, words: Words, format: Format): string {
  const { price, slot } = order
  const parts = [
    wishName(order, language, words),
    ...(price === undefined ? [] : [priceOf(price, words, format)]),
    ...(slot === undefined ? [] : [slotName(slot, words, format)]),
  ]
  return words.orders.paper.asked(parts.join(', '))
}

/** Why an open order is not done. */
export function orderLines(order: Order, language: Language, words: Words, format: Format): string[] {
  const { paper } = words.orders
  const what = wishName(order, language, words)
  const { slot, checksLeft } = order
  const time = slot === undefined ? undefined : slotName(slot, words, format)
  if (!awaitsHeadquarters(order)) return [time === undefined ? paper.accepted(what) : paper.sure(what, time)]
  return [
    time === undefined ? paper.notActive(what) : paper.notSure(what, time),
    ...(checksLeft.length === 0 ? [] : [paper.left(checkNames(checksLeft, words))]),
  ]
}
