/** The database does not answer, as against: it answers that something is wrong. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/** Two transactions met; the one that gets this runs again. */
export class TransactionsMet extends Error {
  override readonly name = 'TransactionsMet'
  readonly code = '40001'
}

/** The five characters of SQLSTATE, or Node's code of a broken line. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

const brokenLine = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])

/** Connection exceptions (class 08), a server that starts or stops (57P…), too many connections, a cut socket. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof DatabaseUnreachable) return true
  const code = codeOf(error)
  if (code !== undefined)
    return brokenLine.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '53300'
  return (
    error instanceof Error &&
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  )
}

/** PostgreSQL stopped a statement that took too long. */
export function isTimeout(error: unknown): boolean {
  return codeOf(error) === '57014'
}

export function runsAgain(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01'
}
