/** How long a page that is being loaded again may take to let go. */
const patience = 3000

/**
 * Whether this is the only window of the console in this profile; then it stays so until it closes. In Electron a
 * second start focuses the first; in a browser a second tab would be a second writer of the same replica. [C1]
 */
export function isOnlyWindow(): Promise<boolean> {
  return new Promise((resolve) => {
    const heldForEver = new Promise<never>(() => undefined)
    navigator.locks
      .request('loket', { signal: AbortSignal.timeout(patience) }, () => {
        resolve(true)
        return heldForEver
      })
      .catch(() => resolve(false))
  })
}
