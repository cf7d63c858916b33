import { readFile } from 'node:fs/promises'

export interface Counts {
  passed: number
  failed: number
  /** Of those that passed: the ones that had failed before, at their first try. */
  second?: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** A file that could not even be read as tests counts as one failure. */
export async function vitestCounts(reportFile: string, code: number): Promise<Counts> {
  const report = await readReport<VitestReport>(reportFile)
  if (!report) return { passed: 0, failed: 1 }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }, code)
}

/** A test that passed only on its second try has passed, and the summary says so. */
export async function playwrightCounts(reportFile: string, code: number): Promise<Counts> {
  const report = await readReport<PlaywrightReport>(reportFile)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, flaky, unexpected } = report.stats
  return honest({ passed: expected + flaky, failed: unexpected + report.errors.length, second: flaky }, code)
}

/** A run that ended badly without a failed test (an error outside of all tests) has failed. */
function honest(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function readReport<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch {
    return undefined
  }
}
