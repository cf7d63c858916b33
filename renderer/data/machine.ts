import type { DiskRoom, Journal } from '#electron/shared/bridge.ts'

/** The two things that must outlive Chromium's database: it is deleted whole on a full disk (research/electron.md 3). */
export interface Machine {
  /** Absent in a plain browser. */
  readonly journal: Journal | undefined
  /** Small texts beside the database: who this desk is and who may unlock it. See `keep.ts`; a map in tests. */
  readonly keep: Keep
  diskRoom(): Promise<DiskRoom>
  /** Takes from the disk what this page and its machine have stored: files, not only entries. Texts of `keep` may go with it. */
  wipe(): Promise<void>
  /** Ends this desk and opens it again on what is on the disk. */
  startAgain(): void
}

export interface Keep {
  get(key: string): string | undefined
  set(key: string, value: string): void
  /** Takes every other text away. */
  forgetAllBut(keys: readonly string[]): void
  /** When everything that was set is safe from a kill. */
  stored(): Promise<void>
}

/** Everything that a test passes in another way than the field does. */
export interface Surroundings {
  readonly now: () => number
  readonly newId: () => string
  /** 0 to 1, for the jitter of waiting times. */
  readonly random: () => number
  /** Calls once after `ms`; the answer takes it back. */
  readonly after: (ms: number, call: () => void) => () => void
  /** How many rounds of PBKDF2 make the key of a password; `passwordRounds` of `vault.ts` in the field. */
  readonly passwordRounds: number
}
