import { toE164 } from '#domain/customer/msisdn.ts'
import type { Conditions, Expression, Simple } from '#sync-server/hq/import/mapping.ts'
import { instantIn, readDay, readTime } from '#sync-server/hq/import/date-format.ts'
import { RowRefused } from '#sync-server/hq/import/refusal.ts'

/** The cells of one row by column. */
export type Cells = Readonly<Record<string, string>>
type Scalar = string | number | boolean

/** The fields of a record as the mapping makes them from a row; what it leaves out is missing. */
export function evaluateFields(
  fields: Readonly<Record<string, Expression>>,
  cells: Cells,
  now: number,
): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [name, expression] of Object.entries(fields)) {
    const value = 'fields' in expression ? group(expression, cells, now) : evaluate(expression, cells, now)
    if (value !== undefined) made[name] = value
  }
  return made
}

function group(expression: Extract<Expression, { fields: unknown }>, cells: Cells, now: number) {
  const { when, fields } = expression
  return hold(when, cells) ? evaluateFields(fields, cells, now) : undefined
}

/** Whether all conditions hold; none always do. */
export function hold(conditions: Conditions | undefined, cells: Cells): boolean {
  return (conditions ?? []).every(({ column, equals }) => equals.includes(cell(cells, column)))
}

export function evaluate(expression: Simple, cells: Cells, now: number): Scalar | undefined {
  if ('constant' in expression) return expression.constant
  if ('template' in expression) return fillTemplate(expression.template, cells)
  if ('map' in expression) return mapped(expression, cells)
  if ('dates' in expression) return dated(expression, cells)
  if ('rupiah' in expression) return money(expression, cells)
  if ('monthsAgo' in expression) return monthsAgo(expression.monthsAgo.column, cells, now)
  if ('imported' in expression) return imported(expression, now)
  if ('list' in expression) return listed(expression, cells)
  return fromColumn(expression, cells)
}

function fromColumn(
  { column, optional, as }: Extract<Simple, { optional?: unknown }>,
  cells: Cells,
): string | undefined {
  if (optional === true && cell(cells, column) === '') return undefined
  const value = needed(cells, column)
  if (as === undefined) return value
  const number = toE164(value)
  if (number === undefined)
    throw new RowRefused('bad_format', `“${value}” in the column “${column}” is no telephone number.`, value)
  return number
}

const cell = (cells: Cells, column: string) => (cells[column] ?? '').trim()

function needed(cells: Cells, column: string): string {
  const value = cell(cells, column)
  if (value === '') throw new RowRefused('empty_field', `The column “${column}” is empty.`)
  return value
}

export const placeholder = /\{([^{}:]+)(?::(0+))?\}/g

export function fillTemplate(template: string, cells: Cells): string {
  return template.replace(placeholder, (_, column: string, zeros: string | undefined) =>
    needed(cells, column).padStart(zeros?.length ?? 0, '0'),
  )
}

function mapped(
  { column, map, otherwise }: Extract<Simple, { map: unknown }>,
  cells: Cells,
): Scalar | undefined {
  const written = cell(cells, column)
  const meaning = Object.hasOwn(map, written) ? map[written] : otherwise
  if (meaning === undefined)
    throw new RowRefused(
      'bad_value',
      `“${written}” is not one of the words that the mapping knows in the column “${column}”.`,
      written,
    )
  return meaning ?? undefined
}

function dated(
  { column, dates, time, zone }: Extract<Simple, { dates: unknown }>,
  cells: Cells,
): string | number {
  const written = needed(cells, column)
  const day = readDay(written, dates)
  if (day === undefined)
    throw new RowRefused(
      'bad_date',
      `“${written}” in the column “${column}” is no day as ${dates.join(' or ')}.`,
      written,
    )
  if (zone === undefined) return day
  if (time === undefined) return instantIn(zone, day, '00:00:00')
  const clock = needed(cells, time.column)
  const shown = readTime(clock, time.formats)
  if (shown === undefined)
    throw new RowRefused(
      'bad_date',
      `“${clock}” in the column “${time.column}” is no time as ${time.formats.join(' or ')}.`,
      clock,
    )
  return instantIn(zone, day, shown)
}

function money({ column, rupiah }: Extract<Simple, { rupiah: unknown }>, cells: Cells): number {
  const written = needed(cells, column)
  const decimal = rupiah.decimal ?? '.'
  const plain = written.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain))
    throw new RowRefused('bad_number', `“${written}” in the column “${column}” is no amount.`, written)
  return Math.round(Number(plain) * rupiah.factor)
}

function monthsAgo(column: string, cells: Cells, now: number): string {
  const written = needed(cells, column)
  if (!/^\d{1,4}$/.test(written))
    throw new RowRefused(
      'bad_number',
      `“${written}” in the column “${column}” is no number of months.`,
      written,
    )
  const today = new Date(now)
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - Number(written), 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(today.getUTCDate(), lastDay))
  return first.toISOString().slice(0, 10)
}

function imported(
  { imported: as, plusDays }: Extract<Simple, { imported: unknown }>,
  now: number,
): string | number {
  const at = now + (plusDays ?? 0) * 86_400_000
  return as === 'instant' ? at : new Date(at).toISOString().slice(0, 10)
}

function listed({ list, separator }: Extract<Simple, { list: unknown }>, cells: Cells): string | undefined {
  const texts = list.filter(({ column, equals }) => cell(cells, column) === equals).map(({ text }) => text)
  return texts.length === 0 ? undefined : texts.join(separator ?? ', ')
}
