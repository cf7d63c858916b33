import { crc32 } from 'node:zlib'
import type { JournalEntry } from '../shared/bridge.ts'

/** `highestSeq` opens a file written anew, since the entry that carried it may have left. */
export type JournalLine = JournalEntry | { settled: string[] } | { highestSeq: number }

export interface JournalContent {
  lines: JournalLine[]
  /** Lines that end properly but are not what was written: a broken disk or a stranger's hand. */
  damaged: number
  /** Bytes up to the last line's end; what follows was torn by a power cut before anybody was told that it is kept. */
  wholeBytes: number
}

const NEWLINE = 0x0a
const SUM_LENGTH = 8

/** One line: a checksum, since a disk can change a letter inside JSON without breaking it, and the JSON. */
export function encodeLine(line: JournalLine): string {
  const json = JSON.stringify(line)
  return `${sum(json)} ${json}\n`
}

export function decodeJournal(bytes: Buffer): JournalContent {
  const wholeBytes = bytes.lastIndexOf(NEWLINE) + 1
  const lines: JournalLine[] = []
  let damaged = 0
  for (const text of bytes.toString('utf8', 0, wholeBytes).split('\n')) {
    if (!text) continue
    const line = decodeLine(text)
    if (line) lines.push(line)
    else damaged++
  }
  return { lines, damaged, wholeBytes }
}

function decodeLine(text: string): JournalLine | undefined {
  const json = text.slice(SUM_LENGTH + 1)
  if (text.slice(0, SUM_LENGTH) !== sum(json)) return undefined
  try {
    return JSON.parse(json) as JournalLine
  } catch {
    return undefined
  }
}

function sum(json: string): string {
  return crc32(json).toString(16).padStart(SUM_LENGTH, '0')
}
