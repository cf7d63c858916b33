import { useSettings, type Language } from '#renderer/stores/settings.ts'
import { calls as callsEn } from '#renderer/words/en/calls.ts'
import { common as commonEn } from '#renderer/words/en/common.ts'
import { courier as courierEn } from '#renderer/words/en/courier.ts'
import { day as dayEn } from '#renderer/words/en/day.ts'
import { frame as frameEn } from '#renderer/words/en/frame.ts'
import { items as itemsEn } from '#renderer/words/en/items.ts'
import { keys as keysEn } from '#renderer/words/en/keys.ts'
import { knowledge as knowledgeEn } from '#renderer/words/en/knowledge.ts'
import { maintain as maintainEn } from '#renderer/words/en/maintain.ts'
import { orders as ordersEn } from '#renderer/words/en/orders.ts'
import { payments as paymentsEn } from '#renderer/words/en/payments.ts'
import { pin as pinEn } from '#renderer/words/en/pin.ts'
import { practice as practiceEn } from '#renderer/words/en/practice.ts'
import { problems as problemsEn } from '#renderer/words/en/problems.ts'
import { queue as queueEn } from '#renderer/words/en/queue.ts'
import { slip as slipEn } from '#renderer/words/en/slip.ts'
import { terms as termsEn } from '#renderer/words/en/terms.ts'
import { ticketing as ticketingEn } from '#renderer/words/en/ticketing.ts'
import { work as workEn } from '#renderer/words/en/work.ts'
import { calls } from '#renderer/words/id/calls.ts'
import { common } from '#renderer/words/id/common.ts'
import { courier } from '#renderer/words/id/courier.ts'
import { day } from '#renderer/words/id/day.ts'
import { frame } from '#renderer/words/id/frame.ts'
import { items } from '#renderer/words/id/items.ts'
import { keys } from '#renderer/words/id/keys.ts'
import { knowledge } from '#renderer/words/id/knowledge.ts'
import { maintain } from '#renderer/words/id/maintain.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { payments } from '#renderer/words/id/payments.ts'
import { pin } from '#renderer/words/id/pin.ts'
import { practice } from '#renderer/words/id/practice.ts'
import { problems } from '#renderer/words/id/problems.ts'
import { queue } from '#renderer/words/id/queue.ts'
import { slip } from '#renderer/words/id/slip.ts'
import { terms } from '#renderer/words/id/terms.ts'
import { ticketing } from '#renderer/words/id/ticketing.ts'
import { work } from '#renderer/words/id/work.ts'

const indonesian = {
  common,
  terms,
  problems,
  keys,
  frame,
  items,
  work,
  courier,
  day,
  queue,
  calls,
  pin,
  practice,
  slip,
  orders,
  payments,
  knowledge,
  maintain,
  ticketing,
}

/** Everything the console says. Bahasa Indonesia is the source; the English catalogue has the same form or does not compile. */
export type Words = typeof indonesian

export const catalogues: Readonly<Record<Language, Words>> = {
  id: indonesian,
  en: {
    common: commonEn,
    terms: termsEn,
    problems: problemsEn,
    keys: keysEn,
    frame: frameEn,
    items: itemsEn,
    work: workEn,
    courier: courierEn,
    day: dayEn,
    queue: queueEn,
    calls: callsEn,
    pin: pinEn,
    practice: practiceEn,
    slip: slipEn,
    orders: ordersEn,
    payments: paymentsEn,
    knowledge: knowledgeEn,
    maintain: maintainEn,
    ticketing: ticketingEn,
  },
}

export function useWords(): Words {
  return catalogues[useSettings((settings) => settings.language)]
}
