import { heldBy, supervisors, type Item } from '#domain/item/item.ts'
import { everyProblem } from '#domain/problems.ts'
import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { linesOf } from '#sync-server/hq/output/item-lines.ts'
import { minuteOf } from '#sync-server/hq/output/minute.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { writeWhole } from '#sync-server/hq/output/whole-file.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { itemsBeginning, itemsOf } from '#sync-server/storage/hq-items.ts'
import { peopleOf } from '#sync-server/storage/hq-people.ts'
import { centreOf } from '#sync-server/storage/people.ts'

const options = { centre: 'string', open: 'boolean' } as const

export const listItems: Command = {
  words: 'items list',
  usage: '[--centre KDI] [--open]',
  says: 'What waits for a person’s decision, and what was decided; the oldest first.',
  run: async (args, desk) => {
    const { items, database } = await found(args, desk)
    const nameOf = await namesOf(database)
    const heading = ['id', 'centre', 'since', 'kind', 'why', 'by', 'with', 'state']
    const rows = items.map((item) => [
      item.id,
      item.centreId,
      minuteOf(item.at),
      item.kind,
      item.problem,
      nameOf(item.actorId),
      holderOf(item, nameOf),
      item.status === 'open' ? 'open' : `${item.decision ?? ''} by ${nameOf(item.decidedBy ?? '')}`,
    ])
    for (const line of tableOf(heading, rows)) desk.out(line)
    return allDone
  },
}

export const showItem: Command = {
  words: 'items show',
  usage: '<id or its beginning>',
  says: 'One item with both values, who passed it on, and the whole operation.',
  run: async (args, desk) => {
    const start = readArguments(args, {}, ['id']).positionals[0] ?? ''
    const database = await desk.database()
    const [item, another] = await itemsBeginning(database, start)
    if (item === undefined) throw new HqFault(`There is no item ${start}.`)
    if (another !== undefined) throw new HqFault(`More than one item begins with ${start}; type more of it.`)
    const nameOf = await namesOf(database)
    for (const line of linesOf(item, everyProblem[item.problem][1], nameOf)) desk.out(line)
    return allDone
  },
}

export const exportItems: Command = {
  words: 'items export',
  usage: '--out <file.jsonl> [--centre KDI] [--open]',
  says: 'Items whole, one JSON object a line. The file holds personal data: keep it as you keep the database.',
  run: async (args, desk) => {
    const { items, read } = await found(args, desk, { out: 'string' })
    const out = read.needed('out')
    await writeWhole(out, async (line) => {
      for (const item of items) await line(JSON.stringify(item))
    })
    desk.out(`${items.length} items are in ${out}.`)
    return allDone
  },
}

async function found(args: readonly string[], desk: Desk, more: { readonly out?: 'string' } = {}) {
  const read = readArguments(args, { ...options, ...more })
  const centreId = read.text('centre')?.toUpperCase()
  const database = await desk.database()
  if (centreId !== undefined && (await centreOf(database, centreId)) === undefined)
    throw new HqFault(`There is no centre ${centreId}.`)
  const items = await itemsOf(database, { centreId, open: read.flag('open') })
  return { items, database, read }
}

/** What people call somebody; the id of a person who never was here. */
async function namesOf(database: Database): Promise<(staffId: string) => string> {
  const names = new Map((await peopleOf(database)).map(({ staffId, name, code }) => [staffId, name ?? code]))
  return (staffId) => names.get(staffId) ?? staffId
}

function holderOf(item: Item, nameOf: (staffId: string) => string): string {
  const holder = heldBy(item)
  return holder === undefined || holder === supervisors ? (holder ?? '') : nameOf(holder)
}
