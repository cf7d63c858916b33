import { centrePartition } from '#domain/sync/feed.ts'
import { oneOfWords, readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { csvLine } from '#domain/csv-line.ts'
import { writeWhole } from '#sync-server/hq/output/whole-file.ts'
import { atOneInstant, partAfter } from '#sync-server/storage/feed.ts'
import { centreOf } from '#sync-server/storage/people.ts'

/**
 * The columns of each export. Identity hash, birth date and address stay at headquarters: they are restricted, and an
 * export leaves every protection behind.
 */
const columns = {
  customers:
    'code id kind provenance mergedInto segment valueTier since homeCentreId name gender phone altPhone email city language interests pinnedNote',
  tickets:
    'code id customerId subscriptionId centreId type department priority status ownerId subject description channel reasonCode resolutionCode openedAt openedBy updatedAt closedAt',
  contacts:
    'id customerId subscriptionId centreId agentId channel direction numberGiven startedAt endedAt handleSeconds verification reasonCode disposition note ticketIds',
} as const
const collections = ['customers', 'tickets', 'contacts'] as const
const pageLength = 1000

export const exportFile: Command = {
  words: 'export',
  usage: 'customers|tickets|contacts --centre <code> --out <file.csv>',
  says: 'What a centre holds, as CSV (RFC 4180) that no spreadsheet runs as formulas.',
  run: async (args, desk) => {
    const read = readArguments(args, { centre: 'string', out: 'string' }, ['customers|tickets|contacts'])
    const collection = oneOfWords(read.positionals[0] ?? '', collections, 'What to export')
    const centreId = read.needed('centre').toUpperCase()
    const out = read.needed('out')
    const database = await desk.database()
    if ((await centreOf(database, centreId)) === undefined)
      throw new HqFault(`There is no centre ${centreId}.`)
    const names = columns[collection].split(' ')
    const tally = { rows: 0 }
    await writeWhole(out, async (line) => {
      await line(csvLine(names))
      await atOneInstant(database, async (sql) => {
        for (let after: string | undefined = ''; after !== undefined;) {
          const page: Awaited<ReturnType<typeof partAfter>> = await partAfter(sql, {
            partition: centrePartition(centreId),
            collection,
            afterId: after,
            limit: pageLength,
          })
          for (const { body } of page) await line(csvLine(names.map((name) => cellOf(name, body[name]))))
          tally.rows += page.length
          after = page.length < pageLength ? undefined : page.at(-1)?.body.id
        }
      })
    })
    desk.out(`${tally.rows} ${collection} of ${centreId} are in ${out}.`)
    return allDone
  },
}

/** Instants as ISO 8601 in UTC, lists with a space between. */
function cellOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return name.endsWith('At') ? new Date(value).toISOString() : String(value)
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
