import { entities } from '#domain/entities.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import type { Expression, Mapping } from '#sync-server/hq/import/mapping.ts'

/** Fields that the import itself sets, so a mapping must not. */
const ours: readonly string[] = [
  'id',
  'rev',
  'homeCentreId',
  'customerId',
  'centreId',
  'status',
  'openedAt',
  'openedBy',
  'updatedAt',
  'closedAt',
]
/** A line's status is the file's to say. */
const ofLines: readonly string[] = ['id', 'rev', 'customerId']

/** What the form of a mapping does not show: fields that no record has, unknown zones, patterns that are none. */
export function checkMapping(mapping: Mapping, file: string): void {
  const fault = (path: string, why: string) => new HqFault(`The mapping ${file} is wrong at ${path}: ${why}.`)
  if (!isPattern(mapping.sourceId.pattern ?? ''))
    throw fault('/sourceId/pattern', 'it is no regular expression')
  const records = [
    {
      path: '/record',
      record: mapping.record,
      known: fieldsOf(mapping.target === 'customers' ? 'customers' : 'tickets', ours),
    },
    ...(mapping.target === 'customers' ? (mapping.subscriptions ?? []) : []).map(({ record }, index) => ({
      path: `/subscriptions/${index}/record`,
      record,
      known: fieldsOf('subscriptions', ofLines),
    })),
  ]
  for (const { path, record, known } of records)
    for (const [name, expression] of Object.entries(record)) {
      if (!known.includes(name))
        throw fault(`${path}/${name}`, `there is no such field; the fields are ${known.join(', ')}`)
      if (!hasGoodZone(expression))
        throw fault(`${path}/${name}/zone`, 'there is no such zone; write one as Asia/Jakarta')
    }
  if (mapping.target !== 'complaints') return
  if (mapping.openedAt.zone === undefined || !hasGoodZone(mapping.openedAt))
    throw fault('/openedAt/zone', 'an opening time needs a zone, written as Asia/Jakarta')
}

function fieldsOf(
  collection: 'customers' | 'tickets' | 'subscriptions',
  except: readonly string[],
): string[] {
  return Object.keys(entities[collection].schema.properties).filter((name) => !except.includes(name))
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    return false
  }
}

function hasGoodZone(expression: Expression): boolean {
  if (!('dates' in expression) || expression.zone === undefined) return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: expression.zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
