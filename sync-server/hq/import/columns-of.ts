import type { Expression, Mapping, Simple } from '#sync-server/hq/import/mapping.ts'
import { placeholder } from '#sync-server/hq/import/evaluate.ts'

/** Every column that a mapping reads: a file without one of them is not begun. */
export function columnsOf(mapping: Mapping): ReadonlySet<string> {
  const records = [
    mapping.record,
    ...(mapping.target === 'customers' ? (mapping.subscriptions ?? []).map(({ record }) => record) : []),
  ]
  const columns = records.flatMap((record) => Object.values(record)).flatMap(columnsIn)
  const conditions =
    mapping.target === 'customers'
      ? (mapping.subscriptions ?? []).flatMap(({ when }) => (when ?? []).map(({ column }) => column))
      : [
          ...columnsIn(mapping.openedAt),
          ...(mapping.thread === undefined
            ? []
            : [mapping.thread.column, ...inTemplate(mapping.thread.note)]),
        ]
  return new Set([mapping.sourceId.column, ...columns, ...conditions])
}

function columnsIn(expression: Expression): string[] {
  if (!('fields' in expression)) return inSimple(expression)
  return [
    ...(expression.when ?? []).map(({ column }) => column),
    ...Object.values(expression.fields).flatMap(inSimple),
  ]
}

function inSimple(expression: Simple): string[] {
  if ('template' in expression) return inTemplate(expression.template)
  if ('list' in expression) return expression.list.map(({ column }) => column)
  if ('monthsAgo' in expression) return [expression.monthsAgo.column]
  if ('dates' in expression)
    return [expression.column, ...(expression.time === undefined ? [] : [expression.time.column])]
  return 'column' in expression ? [expression.column] : []
}

function inTemplate(template: string): string[] {
  return [...template.matchAll(placeholder)].flatMap(([, column]) => column ?? [])
}
