const HEARTBEAT_MS = 15_000

/**
 * Shows one step of a command as one line with its time. A long one says now and then that it still works.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now()
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1)
  const terminal = process.stdout.isTTY
  if (terminal) process.stdout.write(`${name} …`)
  const heartbeat = setInterval(
    () =>
      process.stdout.write(terminal ? `\r${name} … ${seconds()} s` : `${name} … (${seconds()} s so far)\n`),
    terminal ? 1000 : HEARTBEAT_MS,
  )
  const end = (/** @type {string} */ word) =>
    process.stdout.write(`${terminal ? '\r' : ''}${name} … ${word}${seconds()} s\n`)
  try {
    const result = await work()
    end('')
    return result
  } catch (error) {
    end('failed after ')
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
