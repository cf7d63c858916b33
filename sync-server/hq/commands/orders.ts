import { confirmations } from '#domain/order/confirm-order.ts'
import type { Order } from '#domain/order/order.ts'
import { oneOfWords, readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { minuteOf } from '#sync-server/hq/output/minute.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { ordersByCode, ordersOf } from '#sync-server/storage/hq-orders.ts'
import { centreOf } from '#sync-server/storage/people.ts'
import { changeOrder, type OrderChange } from '#sync-server/sync/change-order.ts'

export const listOrders: Command = {
  words: 'orders list',
  usage: '[--centre KDI] [--open]',
  says: 'What customers asked for, orders and appointments; the oldest first.',
  run: async (args, desk) => {
    const read = readArguments(args, { centre: 'string', open: 'boolean' })
    const centreId = read.text('centre')?.toUpperCase()
    const database = await desk.database()
    if (centreId !== undefined && (await centreOf(database, centreId)) === undefined)
      throw new HqFault(`There is no centre ${centreId}.`)
    const orders = await ordersOf(database, { centreId, open: read.flag('open') })
    const rows = orders.map((order) => [
      order.code,
      order.centreId,
      minuteOf(order.capturedAt),
      order.wish,
      order.offeringCode ?? (order.slot === undefined ? '' : `${order.slot.day} ${order.slot.part}`),
      order.checksLeft.join(' '),
      order.status,
    ])
    for (const line of tableOf(['code', 'centre', 'since', 'wish', 'what', 'to check', 'status'], rows))
      desk.out(line)
    return allDone
  },
}

export const confirmAnOrder: Command = {
  words: 'orders confirm',
  usage:
    '<code> [--to submitted|accepted|fulfilled] [--day 2026-12-01 --part morning|afternoon] [--note <words>]',
  says: 'Headquarters says yes to an order or an appointment, or how far it is. Without --to it is accepted.',
  run: async (args, desk) => {
    const options = { to: 'string', day: 'string', part: 'string', note: 'string' } as const
    const read = readArguments(args, options, ['code'])
    const to = oneOfWords(read.text('to') ?? 'accepted', confirmations, '--to')
    const [day, part] = [read.text('day'), read.text('part')]
    if ((day === undefined) !== (part === undefined)) throw new HqFault('--day and --part go together.')
    const slot =
      day === undefined || part === undefined
        ? {}
        : { slot: { day: dayOf(day), part: oneOfWords(part, ['morning', 'afternoon'], '--part') } }
    const note = read.text('note')
    return change(desk, read.positionals[0] ?? '', ({ id: orderId }) => ({
      step: 'confirm',
      payload: { orderId, to, ...slot, ...(note === undefined ? {} : { note }) },
    }))
  },
}

export const rejectAnOrder: Command = {
  words: 'orders reject',
  usage: '<code> --reason <words>',
  says: 'Headquarters cannot do it. The reason is shown at the counter and may be told to the customer.',
  run: async (args, desk) => {
    const read = readArguments(args, { reason: 'string' }, ['code'])
    const note = read.needed('reason')
    return change(desk, read.positionals[0] ?? '', ({ id: orderId }) => ({
      step: 'reject',
      payload: { orderId, note },
    }))
  },
}

async function change(desk: Desk, typed: string, make: (order: Order) => OrderChange): Promise<number> {
  const code = typed.toUpperCase()
  const database = await desk.database()
  const [order, another] = await ordersByCode(database, code)
  if (order === undefined) throw new HqFault(`There is no order ${code}.`)
  if (another !== undefined) throw new HqFault(`The code ${code} is not one order’s alone.`)
  const problem = await changeOrder(database, desk.clock, make(order))
  if (problem === 'status_not_reachable')
    throw new HqFault(`${code} is ${order.status}; it cannot become that any more.`)
  if (problem !== undefined) throw new HqFault(`${code} stays ${order.status} (${problem}).`)
  const now = (await ordersByCode(database, code))[0]
  desk.out(`${code} is ${now?.status ?? order.status}; desks hear of it with their next contact.`)
  return allDone
}

function dayOf(written: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || Number.isNaN(Date.parse(written)))
    throw new HqFault(`--day is “${written}”; write it as 2026-12-01.`)
  return written
}
