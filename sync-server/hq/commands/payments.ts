import { csvLine } from '#domain/csv-line.ts'
import { differenceOf, type DrawerCount } from '#domain/payment/drawer-count.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { instantOf } from '#domain/reference/zone.ts'
import { readArguments, type Arguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { minuteOf } from '#sync-server/hq/output/minute.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { writeWhole } from '#sync-server/hq/output/whole-file.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { drawerCountsIn, paymentsIn, type Between } from '#sync-server/storage/hq-payments.ts'
import { centreOf } from '#sync-server/storage/people.ts'

const options = { centre: 'string', day: 'string', out: 'string' } as const
const usage = '[--centre KDI [--day 2026-11-28]] [--out <file.csv>]'

export const listPayments: Command = {
  words: 'payments list',
  usage,
  says: 'Money that was taken and given back, the oldest first; a day is the centre’s own. With --out as CSV.',
  run: async (args, desk) => {
    const read = readArguments(args, options)
    const database = await desk.database()
    const found = await paymentsIn(database, await between(read, database))
    return written(desk, read, {
      what: 'payments',
      heading: [
        'receipt',
        'centre',
        'at',
        'method',
        'amount',
        'purpose',
        'about',
        'reference',
        'reverses',
        'by',
      ],
      rows: found.map(paymentRow),
    })
  },
}

export const listDrawers: Command = {
  words: 'payments drawers',
  usage,
  says: 'What was counted in the drawers of counters against what their receipts come to. With --out as CSV.',
  run: async (args, desk) => {
    const read = readArguments(args, options)
    const database = await desk.database()
    const found = await drawerCountsIn(database, await between(read, database))
    return written(desk, read, {
      what: 'counts',
      heading: ['count', 'centre', 'day', 'at', 'float', 'cash', 'counted', 'difference', 'note', 'by'],
      rows: found.map(drawerRow),
    })
  },
}

function paymentRow(payment: Payment): string[] {
  const { code, centreId, capturedAt, method, amount, purpose, bill, orderId } = payment
  return [
    code,
    centreId,
    minuteOf(capturedAt),
    method,
    String(amount),
    purpose,
    bill ?? orderId ?? '',
    payment.reference ?? '',
    payment.reversedCode ?? '',
    payment.capturedBy,
  ]
}

function drawerRow(count: DrawerCount): string[] {
  const { code, centreId, day, capturedAt, float, expected, counted, note = '', capturedBy } = count
  const sums = [float, expected, counted, differenceOf(count)]
  return [code, centreId, day, minuteOf(capturedAt), ...sums.map(String), note, capturedBy]
}

interface List {
  readonly what: string
  readonly heading: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

async function written(desk: Desk, read: Arguments, { what, heading, rows }: List): Promise<number> {
  const out = read.text('out')
  if (out === undefined) {
    for (const line of tableOf(heading, rows)) desk.out(line)
    return allDone
  }
  await writeWhole(out, async (line) => {
    for (const row of [heading, ...rows]) await line(csvLine(row))
  })
  desk.out(`${rows.length} ${what} are in ${out}.`)
  return allDone
}

const dayMs = 86_400_000

async function between(read: Arguments, database: Database): Promise<Between> {
  const centreId = read.text('centre')?.toUpperCase()
  const day = read.text('day')
  if (centreId === undefined) {
    if (day !== undefined) throw new HqFault('--day needs --centre: each centre has its own midnight.')
    return {}
  }
  const centre = await centreOf(database, centreId)
  if (centre === undefined) throw new HqFault(`There is no centre ${centreId}.`)
  if (day === undefined) return { centreId }
  const since = /^\d{4}-\d{2}-\d{2}$/.test(day) ? instantOf(`${day}T00:00`, centre.zone) : undefined
  if (since === undefined) throw new HqFault(`--day is “${day}”; write it as 2026-11-28.`)
  return { centreId, since, until: since + dayMs }
}
