import { readFileSync, statSync } from 'node:fs'
import { oneOfWords, readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, someRefused, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { checkMapping } from '#sync-server/hq/import/check-mapping.ts'
import { readMapping } from '#sync-server/hq/import/mapping.ts'
import { runImport, type ImportOutcome, type RefusedRow } from '#sync-server/hq/import/run-import.ts'
import { csvLine } from '#domain/csv-line.ts'
import { writeWhole } from '#sync-server/hq/output/whole-file.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { peopleOf } from '#sync-server/storage/hq-people.ts'
import { centreOf } from '#sync-server/storage/people.ts'

const targets = ['customers', 'complaints'] as const

export const importFile: Command = {
  words: 'import',
  usage:
    'customers|complaints <file.csv> --mapping <file.json> --centre <code> [--owner <username>] [--dry-run] [--all-or-nothing] [--report <out.csv>]',
  says: 'Rows of a file become records of a centre, in one transaction. The report tells each refused row with its line and reason.',
  run: async (args, desk) => {
    const options = {
      mapping: 'string',
      centre: 'string',
      owner: 'string',
      report: 'string',
      'dry-run': 'boolean',
      'all-or-nothing': 'boolean',
    } as const
    const read = readArguments(args, options, ['customers|complaints', 'file.csv'])
    const target = oneOfWords(read.positionals[0] ?? '', targets, 'What to import')
    const file = read.positionals[1] ?? ''
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
      throw new HqFault(`There is no file ${file}.`)
    const mappingFile = read.needed('mapping')
    const mapping = readMapping(textIn(mappingFile), target, mappingFile)
    checkMapping(mapping, mappingFile)
    const centreId = read.needed('centre').toUpperCase()
    const database = await desk.database()
    const centre = await centreOf(database, centreId)
    if (centre === undefined) throw new HqFault(`There is no centre ${centreId}.`)
    const outcome = await runImport(database, {
      file,
      mapping,
      place: {
        centre,
        ownerId: target === 'complaints' ? await ownerOf(database, centreId, read.text('owner')) : '',
        now: desk.clock.now(),
      },
      dryRun: read.flag('dry-run'),
      allOrNothing: read.flag('all-or-nothing'),
      newCommitId: () => desk.clock.newId(),
      onProgress: progressOn(desk),
    })
    const report = read.text('report')
    if (report !== undefined) await writeReport(report, outcome.refused)
    tell(desk, outcome, read.flag('dry-run'), report)
    if (outcome.rows === 0) throw new HqFault(`${file} has a header and no rows.`)
    return outcome.refused.length > 0 ? someRefused : allDone
  },
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new HqFault(`The mapping ${file} cannot be read.`)
  }
}

/** Whom imported tickets belong to: the person named, else the centre's supervisor. */
async function ownerOf(sql: Sql, centreId: string, username: string | undefined): Promise<string> {
  const people = (await peopleOf(sql)).filter(({ active }) => active)
  const owner =
    username === undefined
      ? people.find((person) => person.centreId === centreId && person.role === 'supervisor')
      : people.find(({ code }) => code === username.toLowerCase())
  if (owner?.staffId !== undefined) return owner.staffId
  throw new HqFault(
    username === undefined
      ? `${centreId} has no supervisor; name the owner of the tickets with --owner <username>.`
      : `There is no active user ${username}.`,
  )
}

/** At once, and then at most one line in two seconds. */
function progressOn(desk: Desk): (rows: number) => void {
  const started = desk.clock.now()
  const told = { at: 0 }
  return (rows) => {
    const now = desk.clock.now()
    if (now - told.at < 2_000) return
    told.at = now
    desk.err(`${rows} rows, ${Math.round((rows * 1000) / Math.max(1, now - started))} rows/s`)
  }
}

async function writeReport(path: string, refused: readonly RefusedRow[]): Promise<void> {
  await writeWhole(path, async (line) => {
    await line(csvLine(['line', 'source_id', 'reason', 'sentence', 'value']))
    for (const row of refused)
      await line(csvLine([String(row.line), row.sourceId, row.reason, row.sentence, shortened(row.value)]))
  })
}

const shortened = (value: string) => (value.length > 80 ? `${value.slice(0, 79)}…` : value)

function tell(desk: Desk, outcome: ImportOutcome, dryRun: boolean, report: string | undefined): void {
  const { rows, taken, refused, records, kept, unmentioned } = outcome
  if (unmentioned.length > 0)
    desk.err(`The mapping does not mention the columns ${unmentioned.join(', ')}; they are left behind.`)
  const made = Object.entries(records).map(([collection, count]) => `${count} ${collection}`)
  desk.out(`${rows} rows: ${taken} taken (${made.join(', ') || 'nothing'}), ${refused.length} refused.`)
  for (const [reason, count] of countBy(refused)) desk.out(`  ${reason}: ${count}`)
  for (const row of refused.slice(0, 5))
    desk.out(`  line ${row.line}, ${row.sourceId || 'without a number'}: ${row.sentence}`)
  if (refused.length > 5)
    desk.out(
      report === undefined
        ? '  … --report <out.csv> writes all of them.'
        : `  … all of them are in ${report}.`,
    )
  if (dryRun) desk.out('Dry run: nothing was kept.')
  else if (!kept) desk.out('All or nothing: nothing was kept.')
}

function countBy(refused: readonly RefusedRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}
