import type { DiskRoom, Journal } from '#electron/shared/bridge.ts'
import type { CommandName, QueryName } from '#renderer/data/contract.ts'

/** What the window knows before the desk is opened. */
export interface Beginning {
  /** Of headquarters; empty where the page itself came from there. */
  readonly origin: string
  readonly clientVersion: string
  /** With made-up data, in memory: the real desk of this PC is not opened at all. */
  readonly practice?: boolean
  /** Unsent work is kept outside of the browser's database too. */
  readonly hasJournal: boolean
  /** The small texts of this PC. */
  readonly texts: Readonly<Record<string, string>>
}

/** What the window asks of the worker, in which the desk lives. */
export type OfWorker = {
  open(beginning: Beginning): Promise<void>
  /** `answer` is told under this number until `unwatch`. */
  watch(number: number, name: QueryName, args: readonly unknown[]): void
  unwatch(number: number): void
  run(name: CommandName, request: unknown): Promise<unknown>
  /** The machine has seen that the line is back. */
  syncNow(): void
}

/** What the worker asks of the window: the machine below it, which only a window can speak to. */
export type OfWindow = {
  answer(number: number, answer: unknown): void
  /** Nobody waited for this error of the worker. */
  fault(fault: unknown): void
  append: Journal['append']
  read: Journal['read']
  settle: Journal['settle']
  keep(key: string, text: string): void
  forgetAllBut(keys: readonly string[]): void
  stored(): Promise<void>
  diskRoom(): Promise<DiskRoom>
  wipe(): Promise<void>
  startAgain(): void
}
