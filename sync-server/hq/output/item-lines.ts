import { supervisors, type Item } from '#domain/item/item.ts'
import { minuteOf } from './minute.ts'

type NameOf = (staffId: string) => string

/** An item for reading: what it is about, both sides, who has it, what was decided, and the work itself. */
export function linesOf(item: Item, sentence: string, nameOf: NameOf): string[] {
  return [
    `${item.id}  ${item.kind}: ${sentence}.`,
    `centre     ${item.centreId}${item.deviceLabel === undefined ? '' : `, desk ${item.deviceLabel}`}`,
    `by         ${nameOf(item.actorId)}, ${minuteOf(item.at)}`,
    ...(item.docId === undefined ? [] : [`about      ${item.docCollection ?? ''} ${item.docId}`]),
    ...(item.customerId === undefined ? [] : [`customer   ${item.customerId}`]),
    ...(item.candidateIds === undefined ? [] : [`candidates ${item.candidateIds.join(', ')}`]),
    ...(item.fields ?? []).flatMap((conflict) => [
      `${conflict.field}:`,
      `  was      ${quoted(conflict.base)}`,
      `  wanted   ${quoted(conflict.mine)}`,
      `  present  ${quoted(conflict.theirs)}${theirs(conflict, nameOf)}`,
    ]),
    ...(item.handOvers ?? []).map(
      ({ by, at, to, note }) =>
        `passed on  by ${nameOf(by)} to ${to === undefined ? supervisors : nameOf(to)}, ${minuteOf(at)}${note === undefined ? '' : `: ${note}`}`,
    ),
    ...decisionLines(item, nameOf),
    'operation:',
    ...JSON.stringify(item.operation, null, 2).split('\n'),
  ]
}

function theirs(
  { theirsBy, theirsAt, theirsDesk }: NonNullable<Item['fields']>[number],
  nameOf: NameOf,
): string {
  if (theirsBy === undefined || theirsAt === undefined) return ''
  return ` (${nameOf(theirsBy)}, ${minuteOf(theirsAt)}${theirsDesk === undefined ? '' : `, desk ${theirsDesk}`})`
}

function decisionLines(item: Item, nameOf: NameOf): string[] {
  const { decision, decidedBy, decidedAt, decidedIn, note, values, survivorId } = item
  if (decision === undefined) return ['open']
  return [
    `decided    ${decision} by ${nameOf(decidedBy ?? '')}, ${minuteOf(decidedAt ?? 0)}${note === undefined ? '' : `: ${note}`}`,
    ...Object.entries(values ?? {}).map(([field, value]) => `  ${field} ${quoted(value)}`),
    ...(survivorId === undefined ? [] : [`  is customer ${survivorId}`]),
    ...(decidedIn === undefined ? [] : [`  in operation ${decidedIn}`]),
  ]
}

const quoted = (value: string) => (value === '' ? '(empty)' : `“${value}”`)
