import { cashFigures } from '#domain/day/cash-figures.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { practiceCentre, practicePerson } from '#renderer/data/practice/made-up-people.ts'
import { CustomerScreen } from '#renderer/screens/customer/CustomerScreen.tsx'
import { ReversePayment } from '#renderer/screens/customer/ReversePayment.tsx'
import { CountDrawer } from '#renderer/screens/day/CountDrawer.tsx'
import { ArticleEditor } from '#renderer/screens/knowledge/ArticleEditor.tsx'
import { AnswerDialog } from '#renderer/screens/orders/AnswerDialog.tsx'
import { ServiceEditor } from '#renderer/screens/queue/ServiceEditor.tsx'
import { knowledge } from '#renderer/words/id/knowledge.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { queue } from '#renderer/words/id/queue.ts'
import { payments } from '#renderer/words/id/payments.ts'
import { button, labelled, labelledAfter, soon } from '#tests/unit/renderer/typing/find.ts'
import type { Place } from '#tests/unit/renderer/typing/place.ts'
import { customerId } from '#tests/unit/renderer/typing/world.ts'

const folder = 'renderer/screens/'
const record = {
  rev: 1,
  customerId,
  centreId: practiceCentre.id,
  capturedAt: 1,
  capturedBy: practicePerson.id,
  updatedAt: 1,
  events: [],
}
const payment: Payment = {
  ...record,
  id: 'payment-1',
  kind: 'payment',
  code: 'R-LAT1-2611-0001',
  purpose: 'deposit',
  method: 'cash',
  amount: 50_000,
}
const order: Order = {
  ...record,
  id: 'order-1',
  kind: 'order',
  code: 'O-LAT1-2611-0001',
  wish: 'sim_swap',
  status: 'captured',
  checksDone: [],
  checksLeft: [],
}
const none = cashFigures([])
const cash = { day: '2026-11-28', here: none, centre: none, counts: [], sinceCount: false, whole: true }
const nothing = () => undefined

const ofMoney: readonly Place[] = [
  {
    name: 'which bill is paid',
    draft: `payment-for:${customerId}`,
    files: [`${folder}customer/PaymentFields.tsx`],
    show: () => <CustomerScreen customerId={customerId} />,
    open: ({ press }) =>
      labelledAfter(payments.form.bill, async () => {
        await soon(() => void button(orders.open))
        await press('F9')
      }),
  },
  {
    name: 'why a payment is given back',
    draft: `payment-reverse:${payment.id}`,
    files: [`${folder}customer/ReversePayment.tsx`],
    show: () => <ReversePayment payment={payment} onDone={nothing} />,
    open: () => labelled(payments.reverseNote),
  },
  {
    name: 'why the drawer does not fit',
    draft: `drawer:${cash.day}`,
    files: [`${folder}day/CountDrawer.tsx`],
    show: () => <CountDrawer cash={cash} onClose={nothing} />,
    open: () => labelled(payments.cash.noteFree),
  },
]

const ofHeadquarters: readonly Place[] = [
  {
    name: 'why headquarters says no to an order',
    draft: `answer:${order.id}:rejected`,
    files: [`${folder}orders/AnswerDialog.tsx`],
    show: () => <AnswerDialog order={order} answer="rejected" onClose={nothing} onAnswered={nothing} />,
    open: () => labelled(orders.answer.reason),
  },
  {
    name: 'the text of an article',
    draft: 'article:new',
    files: [`${folder}knowledge/ArticleFields.tsx`],
    show: () => (
      <ArticleEditor article={undefined} isKnown={() => false} onPublished={nothing} onClose={nothing} />
    ),
    open: () => labelled(knowledge.maintain.field.bodyId),
  },
  {
    name: 'the name of a service of the queue',
    draft: 'service:new',
    files: [`${folder}queue/ServiceFields.tsx`],
    show: () => <ServiceEditor service={undefined} others={[]} onPublished={nothing} onClose={nothing} />,
    open: () => labelled(queue.services.field.labelId),
  },
]

export const moneyPlaces: readonly Place[] = [...ofMoney, ...ofHeadquarters]
