import { readFile, rm } from 'node:fs/promises'
import { writeDurably } from './durable-file.ts'

/**
 * The page's small texts once more, outside of Chromium's folders: who this desk is, and who may unlock it. Without
 * them the journal's work has no sender. Of texts that come faster than the disk takes them only the last is written.
 */
export class KeepFile {
  readonly #path: string
  #next: string | undefined
  #writing: Promise<void> | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** Nothing where there is no such file, or it cannot be read: there are two more copies. */
  async read(): Promise<string | undefined> {
    return readFile(this.#path, 'utf8').catch(() => undefined)
  }

  write(text: string): Promise<void> {
    this.#next = text
    return (this.#writing ??= this.#drain())
  }

  /** Deletes it; what is still to be written is not. */
  async wipe(): Promise<void> {
    this.#next = undefined
    await this.#writing?.catch(() => undefined)
    await rm(this.#path, { force: true })
  }

  async #drain(): Promise<void> {
    try {
      while (this.#next !== undefined) {
        const text = this.#next
        this.#next = undefined
        await writeDurably(this.#path, text)
      }
    } finally {
      this.#writing = undefined
    }
  }
}
