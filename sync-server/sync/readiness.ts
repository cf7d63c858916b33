/** Whether the database was reached once and its tables are those of this program. */
export interface Readiness {
  /** Prepares the database if nobody has yet; throws what went wrong, and tries again when asked again. */
  ensure(): Promise<void>
}

export function readinessOf(prepare: () => Promise<void>): Readiness {
  const state: { done: boolean; running: Promise<void> | undefined } = { done: false, running: undefined }
  return {
    async ensure() {
      if (state.done) return
      // Requests that come while the tables are being made wait for the one run.
      state.running ??= prepare().finally(() => {
        state.running = undefined
      })
      await state.running
      state.done = true
    },
  }
}
