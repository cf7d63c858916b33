import { globalPartition } from '#domain/sync/feed.ts'
import { checkedRecord } from '#sync-server/hq/import/checked-record.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { takenAmong } from '#sync-server/storage/hq-import.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { columnsOf } from '#sync-server/hq/import/columns-of.ts'
import { complaintRow } from '#sync-server/hq/import/complaint-row.ts'
import { listed, openCsv, type Row } from '#sync-server/hq/import/csv-rows.ts'
import { customerRow } from '#sync-server/hq/import/customer-row.ts'
import type { ImportedRow, ImportPlace } from '#sync-server/hq/import/imported-row.ts'
import type { Mapping } from '#sync-server/hq/import/mapping.ts'
import { RowRefused, type Refusal } from '#sync-server/hq/import/refusal.ts'

export interface ImportSettings {
  readonly file: string
  readonly mapping: Mapping
  readonly place: ImportPlace
  /** Everything is done and then taken back. */
  readonly dryRun: boolean
  /** One refused row takes back all. */
  readonly allOrNothing: boolean
  readonly newCommitId: () => string
  /** After each whole run. */
  readonly onProgress: (rows: number) => void
}

export interface RefusedRow extends Refusal {
  readonly line: number
  readonly sourceId: string
}

export interface ImportOutcome {
  readonly rows: number
  readonly taken: number
  readonly refused: readonly RefusedRow[]
  /** Records by collection. */
  readonly records: Readonly<Record<string, number>>
  /** False for a dry run, and when one refused row took back all. */
  readonly kept: boolean
  /** Columns of the file that the mapping does not mention. */
  readonly unmentioned: readonly string[]
}

/** Rows are checked against the database and written in runs of so many. */
const runLength = 500

/** Carries an outcome out of the transaction that it ends. */
class TakenBack extends Error {
  override readonly name = 'TakenBack'
  readonly outcome: ImportOutcome

  constructor(outcome: ImportOutcome) {
    super('taken back')
    this.outcome = outcome
  }
}

/**
 * A file as one transaction: nobody sees half of it, and a process that is killed in the middle leaves nothing. Within
 * it each run of rows is one step of the centre's feed, so desks take the import in pages of bearable size.
 */
export async function runImport(database: Database, settings: ImportSettings): Promise<ImportOutcome> {
  try {
    return await database.transaction(async (tx) => {
      const outcome = await importAll(tx, settings)
      if (!outcome.kept) throw new TakenBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome
    throw error
  }
}

async function importAll(tx: Sql, settings: ImportSettings): Promise<ImportOutcome> {
  const { mapping, file } = settings
  const { header, rows } = await openCsv(file, mapping)
  const missing = [...columnsOf(mapping)].filter((column) => !header.includes(column))
  if (missing.length > 0)
    throw new HqFault(
      `${file} lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${listed(missing)}. It has ${listed(header)}.`,
    )
  const tally = { rows: 0, taken: 0, refused: [] as RefusedRow[], records: {} as Record<string, number> }
  const seen = new Set<string>()
  let run: Candidate[] = []
  for await (const row of rows) {
    tally.rows += 1
    const read = readRow(row, settings, seen)
    if ('reason' in read) tally.refused.push(read)
    else run.push(read)
    if (run.length < runLength) continue
    await writeRun(tx, settings, run, tally)
    settings.onProgress(tally.rows)
    run = []
  }
  await writeRun(tx, settings, run, tally)
  await writeResolution(tx, settings)
  const known = new Set([...columnsOf(mapping), ...Object.keys(mapping.ignored ?? {})])
  return {
    ...tally,
    refused: tally.refused.toSorted((a, b) => a.line - b.line),
    kept: !settings.dryRun && !(settings.allOrNothing && tally.refused.length > 0),
    unmentioned: header.filter((column) => !known.has(column)),
  }
}

interface Candidate extends ImportedRow {
  readonly line: number
  readonly sourceId: string
}

function readRow(row: Row, { mapping, place }: ImportSettings, seen: Set<string>): Candidate | RefusedRow {
  const { line, cells } = row
  const sourceId = (cells[mapping.sourceId.column] ?? '').trim()
  try {
    checkSourceId(row, mapping, sourceId, seen)
    seen.add(sourceId)
    const made =
      mapping.target === 'customers'
        ? customerRow(mapping, cells, sourceId, place)
        : complaintRow(mapping, cells, sourceId, place)
    return { ...made, line, sourceId }
  } catch (error) {
    if (error instanceof RowRefused) return { line, sourceId, ...error.refusal }
    throw error
  }
}

function checkSourceId(
  { wrongWidth, cells }: Row,
  { sourceId: { column, pattern, says } }: Mapping,
  sourceId: string,
  seen: ReadonlySet<string>,
): void {
  if (wrongWidth !== undefined)
    throw new RowRefused(
      'broken_row',
      `The row has ${wrongWidth} cells where the header has ${Object.keys(cells).length}.`,
    )
  if (sourceId === '') throw new RowRefused('empty_field', `The column “${column}” is empty.`)
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(sourceId))
    throw new RowRefused(
      'bad_format',
      `“${sourceId}” in the column “${column}” is not ${says ?? `of the form ${pattern}`}.`,
      sourceId,
    )
  if (seen.has(sourceId))
    throw new RowRefused('twice_in_file', `An earlier row of the file has the same “${column}”.`, sourceId)
}

async function writeRun(
  tx: Sql,
  { newCommitId, place }: ImportSettings,
  run: readonly Candidate[],
  tally: { rows: number; taken: number; refused: RefusedRow[]; records: Record<string, number> },
): Promise<void> {
  const [first] = run
  if (first !== undefined) {
    const taken = await takenAmong(
      tx,
      first.collection,
      run.map(({ id }) => id),
      run.map(({ code }) => code),
    )
    const inRun = new Set<string>()
    const good = run.filter(({ line, sourceId, id, code }) => {
      const codeTaken = taken.codes.has(code) || inRun.has(code)
      inRun.add(code)
      if (!taken.ids.has(id) && !codeTaken) return true
      tally.refused.push({ line, sourceId, ...(taken.ids.has(id) ? alreadyImported : codeTakenBy(code)) })
      return false
    })
    const placed = good.flatMap((row) => row.placed)
    if (placed.length > 0) await commitWrites(tx, [{ placed }], { now: place.now, newCommitId })
    tally.taken += good.length
    for (const { collection } of placed) tally.records[collection] = (tally.records[collection] ?? 0) + 1
  }
}

/** The code by which imported tickets were resolved, for every centre. Last, because feeds are locked in the order of their names. */
async function writeResolution(tx: Sql, { mapping, place, newCommitId }: ImportSettings): Promise<void> {
  const resolution = mapping.target === 'complaints' ? mapping.thread?.resolution : undefined
  if (resolution === undefined) return
  const id = `resolution:${resolution.code}`
  if ((await recordOf(tx, 'reference', id)) !== undefined) return
  const record = checkedRecord('reference', { id, rev: 0, kind: 'resolution', active: true, ...resolution })
  await commitWrites(tx, [{ placed: [{ collection: 'reference', record, partitions: [globalPartition] }] }], {
    now: place.now,
    newCommitId,
  })
}

const alreadyImported: Refusal = {
  reason: 'already_imported',
  sentence: 'An earlier import has brought this row already.',
  value: '',
}
const codeTakenBy = (code: string): Refusal => ({
  reason: 'code_taken',
  sentence: `Another record has the code “${code}”.`,
  value: code,
})
