export interface BenchOptions {
  /** `--size stress`: as many records as the largest desk has; an hour rather than minutes. */
  readonly size: 'modest' | 'stress'
  /** `--documents 10000000`: how many documents the larger operator of `pull` has. */
  readonly documents: number
  /** `--day full`, or a share of a day: what the centres of `fleet` bring in the morning after. */
  readonly day: number
  /** `--processes 2`: how many processes of headquarters those centres come back to. */
  readonly processes: number
  /** `--trace`: keeps what `list` and `live` saw of the window's frames, as pictures in docs/screens. */
  readonly trace: boolean
}
