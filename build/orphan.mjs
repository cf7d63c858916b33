const LOOK_EVERY_MS = 1000

/**
 * npm ends its shell on SIGTERM and leaves what the shell had started; Windows has no such rule and is left alone.
 * @param {() => void} then
 */
export function whenParentIsGone(then) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, LOOK_EVERY_MS)
  timer.unref()
}
