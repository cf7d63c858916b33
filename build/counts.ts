import { readFile } from 'node:fs/promises'

export interface Counts {
  passed: number
  failed: number
  /** Of those that passed: the ones that had failed before, at their first try. */
  second?: number
  /** What failed, a line each. */
  failures?: readonly string[]
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs?: { title: string; file: string; ok: boolean }[]
}

interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: { message?: string }[]
}

/** A file that could not even be read as tests counts as one failure. */
export async function vitestCounts(reportFile: string, code: number): Promise<Counts> {
  const report = await readReport<VitestReport>(reportFile)
  if (!report) return { passed: 0, failed: 1 }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failures = report.testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed')
    const told = failed.map((each) => `${each.fullName}: ${firstLine(each.failureMessages?.[0])}`)
    return status === 'failed' && told.length === 0 ? [`${name}: ${firstLine(message)}`] : told
  })
  const failed = report.numFailedTests + brokenFiles.length
  return honest({ passed: report.numPassedTests, failed, failures }, code)
}

/** A test that passed only on its second try has passed, and the summary says so. */
export async function playwrightCounts(reportFile: string, code: number): Promise<Counts> {
  const report = await readReport<PlaywrightReport>(reportFile)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, flaky, unexpected } = report.stats
  const failures = [
    ...brokenSpecs(report).map(({ file, title }) => `${file}: ${title}`),
    ...report.errors.map(({ message }) => firstLine(message)),
  ]
  const failed = unexpected + report.errors.length
  return honest({ passed: expected + flaky, failed, second: flaky, failures }, code)
}

const brokenSpecs = ({ suites = [], specs = [] }: PlaywrightSuite): { file: string; title: string }[] => [
  ...specs.filter(({ ok }) => !ok),
  ...suites.flatMap(brokenSpecs),
]

const firstLine = (text = '') => text.split('\n', 1)[0] ?? ''

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
