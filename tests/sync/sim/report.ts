import { Counts } from './counts.ts'
import type { Told } from './worker.ts'

/** Worlds between two lines of progress. */
const every = 50

/** What came of many worlds: progress, every failure with its smallest story, and the figures at the end. */
export class Report {
  readonly #all: number
  readonly #tellsAll: boolean
  readonly #counts = new Counts()
  readonly #failed: number[] = []
  #played = 0
  #saved = 0
  readonly #begin = performance.now()

  /** `tellsAll`: a world that was asked for by its number tells its story in any case. */
  constructor(all: number, tellsAll: boolean) {
    this.#all = all
    this.#tellsAll = tellsAll
  }

  add(told: Told): void {
    this.#played += 1
    this.#saved += told.saved
    for (const [what, times] of told.counts) this.#counts.add(what, times)
    if (told.faults.length > 0) this.#failed.push(told.seed)
    if (told.faults.length > 0 || this.#tellsAll) this.#tell(told)
    if (this.#played % every === 0 && this.#played < this.#all)
      console.log(
        `${this.#played} of ${this.#all} worlds, ${this.#failed.length} failed, ${this.#seconds()} s`,
      )
  }

  /** Whether all promises were kept. */
  end(): boolean {
    console.log(
      `\n${this.#played} worlds, ${this.#saved} operations that a screen called saved, ${this.#seconds()} s`,
    )
    for (const [what, times] of this.#counts.entries()) console.log(`${String(times).padStart(9)}  ${what}`)
    if (this.#failed.length > 0) console.log(`\nfailed: ${this.#failed.join(', ')}`)
    console.log(`\n${this.#played - this.#failed.length} passed, ${this.#failed.length} failed`)
    return this.#failed.length === 0
  }

  #tell({ seed, faults, story, smallest }: Told): void {
    console.log(`\nseed ${seed}${faults.length === 0 ? '' : ' FAILED'}\n${story.join('\n')}`)
    for (const fault of faults.slice(0, 8)) console.log(`  ✗ ${fault.slice(0, 600)}`)
    if (smallest !== undefined) console.log(`  smallest plan: ${JSON.stringify(smallest)}`)
  }

  #seconds(): string {
    return ((performance.now() - this.#begin) / 1000).toFixed(0)
  }
}
