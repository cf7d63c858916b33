import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { CsvError, parse } from 'csv-parse'
import { HqFault } from '#sync-server/hq/fault.ts'
import type { Cells } from '#sync-server/hq/import/evaluate.ts'

export interface Row {
  /** The line in the file on which the row begins; the header stands on 1. */
  readonly line: number
  readonly cells: Cells
  /** How many cells it has, when that is not as many as the header. */
  readonly wrongWidth?: number
}

export interface CsvFile {
  readonly header: readonly string[]
  readonly rows: AsyncGenerator<Row>
}

export interface CsvSettings {
  readonly delimiter?: string | undefined
  readonly encoding?: string | undefined
}

/** No row of a real file is as long: a quotation mark that is never closed would else swallow the rest. */
const longestRow = 1_000_000

/** A file of rows, read bit by bit. A file that cannot be read as a whole is a fault with a sentence. */
export async function openCsv(path: string, settings: CsvSettings): Promise<CsvFile> {
  const delimiter = settings.delimiter ?? (await sniffDelimiter(path, settings))
  const records = recordsIn(path, delimiter, settings)
  const first = await records.next()
  if (first.done === true) throw new HqFault(`${path} is empty.`)
  const header = first.value.cells.map((name) => name.trim())
  const twice = header.filter((name, index) => header.indexOf(name) !== index)
  if (twice.length > 0) throw new HqFault(`${path} has two columns of the name ${listed(twice)}.`)
  return { header, rows: rowsOf(header, records) }
}

export const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

async function* rowsOf(header: readonly string[], records: AsyncGenerator<RawRecord>): AsyncGenerator<Row> {
  for await (const { line, cells } of records)
    yield {
      line,
      cells: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
      ...(cells.length === header.length ? {} : { wrongWidth: cells.length }),
    }
}

interface RawRecord {
  readonly line: number
  readonly cells: readonly string[]
}

async function* recordsIn(path: string, delimiter: string, settings: CsvSettings): AsyncGenerator<RawRecord> {
  const source = Readable.from(textOf(path, settings.encoding ?? 'utf-8'))
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    // 5" in the middle of a text is common and means nothing.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let reached = 0
  try {
    // csv-parse's own types do not know what `info` yields.
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      const inside = record.reduce((sum, text) => sum + text.split('\n').length - 1, 0)
      reached = info.lines
      yield { line: info.lines - inside, cells: record }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    const why = open ? 'a quotation mark is opened and never closed' : error.message
    throw new HqFault(`${path} cannot be read after line ${reached}: ${why}.`)
  } finally {
    source.destroy()
  }
}

/** The file's characters, with one kind of line end: csv-parse counts the other kind twice inside quotes. */
async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let held = ''
  for await (const chunk of createReadStream(path)) {
    const text = held + decoded(decoder, path, encoding, chunk as Uint8Array)
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  yield (held + decoded(decoder, path, encoding)).replace(/\r\n?/g, '\n')
}

function decoded(decoder: TextDecoder, path: string, encoding: string, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new HqFault(
      `${path} is not written in ${encoding}; name its encoding in the mapping ("encoding": "windows-1252").`,
    )
  }
}

/** What parts the header's names: whichever of the usual characters stands there most often outside quotes. */
async function sniffDelimiter(path: string, settings: CsvSettings): Promise<string> {
  let start = ''
  for await (const text of textOf(path, settings.encoding ?? 'utf-8')) {
    start += text
    if (start.includes('\n')) break
  }
  const head = (start.split('\n')[0] ?? '').replace(/"[^"]*"/g, '')
  const often = (mark: string) => head.split(mark).length
  return [',', ';', '\t', '|'].toSorted((a, b) => often(b) - often(a))[0] ?? ','
}
