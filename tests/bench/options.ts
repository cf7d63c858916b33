export interface BenchOptions {
  /** `stress`: as many records as the largest desk has; an hour rather than minutes. */
  readonly size: 'modest' | 'stress'
}
