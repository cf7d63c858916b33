import { Type } from 'typebox'
import { mostToAnswer, OrderToAnswer } from '#domain/order/order-to-answer.ts'
import { ordersToAnswer } from '#sync-server/storage/hq-orders.ts'
import { deskRoute } from './route.ts'

export const ordersRoute = deskRoute(
  {
    method: 'GET',
    path: '/v1/orders',
    summary: 'Orders of all centres that wait for headquarters, the oldest first; for admins',
    answer: Type.Array(OrderToAnswer),
  },
  async ({ database }, { staff }) =>
    staff.role === 'admin'
      ? { ok: true, value: await ordersToAnswer(database, mostToAnswer) }
      : { ok: false, problem: { code: 'not_permitted' } },
)
