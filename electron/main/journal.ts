import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Journal, JournalEntry } from '../shared/bridge.ts'
import { writeDurably } from './durable-file.ts'
import { decodeJournal, encodeLine, type JournalContent, type JournalLine } from './journal-lines.ts'
import { Refusal } from './refusal.ts'

const LARGEST_OPERATION = 1024 * 1024
/** Below this a file is not worth writing anew, however much of it is settled. */
const SMALL = 64 * 1024

/**
 * The unsent work once more, outside of Chromium's database. Calls may come at once: they pass one queue.
 * Settled entries are marked with a line, and leave when the file is mostly settled, so that a long
 * queue that drains in batches is not written again for each batch.
 */
export class JournalFile implements Journal {
  /** Where a file with damage in its middle was copied to, before the readable lines were written anew. */
  setAside: string | undefined
  readonly #path: string
  #file: FileHandle | undefined
  #queue: Promise<unknown> = Promise.resolve()
  /** Unsettled entries and the bytes of each. */
  #live = new Map<string, number>()
  #highestSeq = 0
  #size = 0
  #endsWell = true

  private constructor(path: string) {
    this.#path = path
  }

  static async open(folder: string): Promise<JournalFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const journal = new JournalFile(join(folder, 'journal.jsonl'))
    await journal.#load(folder)
    return journal
  }

  append(entry: JournalEntry): Promise<void> {
    return this.#inTurn(async () => {
      if (entry.operation.length > LARGEST_OPERATION) throw new Refusal('an operation over 1 MB')
      if (this.#live.has(entry.opId)) return
      const bytes = await this.#write(entry)
      this.#live.set(entry.opId, bytes)
      this.#highestSeq = Math.max(this.#highestSeq, entry.seq)
    })
  }

  read(): Promise<{ entries: JournalEntry[]; highestSeq: number }> {
    return this.#inTurn(async () => ({ entries: await this.#entries(), highestSeq: this.#highestSeq }))
  }

  settle(opIds: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const settled = [...new Set(opIds)].filter((opId) => this.#live.has(opId))
      if (settled.length === 0) return
      const rest = new Map(this.#live)
      for (const opId of settled) rest.delete(opId)
      const rewritten =
        worthRewriting(this.#size, rest) &&
        (await this.#rewrite((await this.#entries()).filter(({ opId }) => rest.has(opId))))
      if (!rewritten) await this.#write({ settled })
      this.#live = rest
    })
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#release())
  }

  /** Deletes the file and every copy that was put aside; what is appended later begins anew. */
  wipe(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#release()
      const folder = dirname(this.#path)
      for (const name of await readdir(folder)) await rm(join(folder, name), { force: true })
      this.#live = new Map()
      this.#highestSeq = 0
      this.#size = 0
      this.#endsWell = true
    })
  }

  async #load(folder: string): Promise<void> {
    const content = await contentOf(this.#path)
    this.#take(content)
    if (content.damaged > 0) await this.#putAside(folder)
    const file = await this.#opened()
    await file.truncate(this.#size)
  }

  #take({ lines, wholeBytes }: JournalContent): void {
    this.#size = wholeBytes
    for (const line of lines) {
      if ('opId' in line) this.#live.set(line.opId, Buffer.byteLength(encodeLine(line)))
      else if ('settled' in line) for (const opId of line.settled) this.#live.delete(opId)
      this.#highestSeq = Math.max(this.#highestSeq, seqOf(line))
    }
  }

  /** On a full disk the copy fails: then the file stays as it is, since its readable lines are read all the same. */
  async #putAside(folder: string): Promise<void> {
    const copy = join(folder, `journal.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.jsonl`)
    try {
      await copyFile(this.#path, copy, constants.COPYFILE_EXCL)
      if (await this.#rewrite(await this.#entries())) this.setAside = copy
    } catch {
      return
    }
  }

  async #entries(): Promise<JournalEntry[]> {
    const { lines } = await contentOf(this.#path)
    const entries = new Map<string, JournalEntry>()
    for (const line of lines) if ('opId' in line && this.#live.has(line.opId)) entries.set(line.opId, line)
    return [...entries.values()]
  }

  /** Whether it could be: on a full disk there may be room for one more line, but not for a second file. */
  async #rewrite(entries: JournalEntry[]): Promise<boolean> {
    const content = [{ highestSeq: this.#highestSeq }, ...entries].map(encodeLine).join('')
    // Windows replaces no file that is open.
    await this.#release()
    try {
      await writeDurably(this.#path, content)
    } catch {
      // A folder that could not be told has the new file all the same.
      if ((await stat(this.#path)).size !== Buffer.byteLength(content)) return false
    }
    this.#size = Buffer.byteLength(content)
    this.#endsWell = true
    return true
  }

  async #write(line: JournalLine): Promise<number> {
    const bytes = Buffer.from(encodeLine(line))
    const file = await this.#opened()
    try {
      if (!this.#endsWell) await file.appendFile('\n')
      await file.appendFile(bytes)
      await file.datasync()
    } catch (error) {
      // Half a line on a full disk must not swallow the next one.
      this.#endsWell = await file.truncate(this.#size).then(
        () => true,
        () => false,
      )
      throw error
    }
    this.#size += bytes.length + (this.#endsWell ? 0 : 1)
    this.#endsWell = true
    return bytes.length
  }

  async #opened(): Promise<FileHandle> {
    return (this.#file ??= await open(this.#path, 'a', 0o600))
  }

  async #release(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task)
    this.#queue = result.catch(() => undefined)
    return result
  }
}

async function contentOf(path: string): Promise<JournalContent> {
  try {
    return decodeJournal(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return decodeJournal(Buffer.alloc(0))
    throw error
  }
}

function worthRewriting(size: number, rest: ReadonlyMap<string, number>): boolean {
  let left = 0
  for (const bytes of rest.values()) left += bytes
  return left === 0 || size > 2 * left + SMALL
}

function seqOf(line: JournalLine): number {
  if ('opId' in line) return line.seq
  return 'highestSeq' in line ? line.highestSeq : 0
}
