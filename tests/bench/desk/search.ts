import type { Engine } from '#tests/bench/desk/page/search.ts'
import { pages } from '#tests/bench/desk/chromium.ts'
import { settingsOf } from '#tests/bench/desk/settings.ts'
import { median, quantile, type Figure } from '#tests/bench/figure.ts'

const customers = 100_000
const runs = 3
const asks = 400
const engines: readonly Engine[] = ['ours', 'minisearch', 'flexsearch']

interface Seen {
  readonly build: number[]
  readonly heap: number[]
  readonly finds: number[]
  readonly changes: number[]
}

/** The search index alone, with a hundred thousand customers and as many lines of service, beside libraries. */
export async function search(): Promise<Figure[]> {
  await using served = await pages()
  const seen = new Map(
    engines.map((each): [Engine, Seen] => [each, { build: [], heap: [], finds: [], changes: [] }]),
  )
  for (let run = 0; run < runs; run++)
    for (const [engine, { build, heap, finds, changes }] of seen) {
      await using page = await served.open()
      const before = await page.heap()
      build.push(await page.run('buildIndex', engine, customers))
      heap.push((await page.heap()) - before)
      // The first questions warm up.
      await page.run('searchIndex', customers, 40)
      const answers = await page.run('searchIndex', customers, asks)
      if (engine === 'ours' && answers.found < 1) throw new Error('our index did not find everybody')
      finds.push(...answers.finds)
      changes.push(...answers.changes)
    }
  const figure = (what: string, unit: string, of: (seen: Seen) => number, most?: number): Figure => {
    const value = (engine: Engine) => of(seen.get(engine) ?? { build: [], heap: [], finds: [], changes: [] })
    return {
      bench: 'search',
      what: `${what}, ${customers} customers`,
      ours: value('ours'),
      peer: value('minisearch'),
      peerName: 'MiniSearch',
      others: { FlexSearch: value('flexsearch') },
      unit,
      ...(most === undefined ? {} : { most }),
      notes: settingsOf('minisearch', 'flexsearch'),
    }
  }
  return [
    figure('index built from records', 'ms', ({ build }) => median(build)),
    figure('a question, p50', 'ms', ({ finds }) => quantile(finds, 0.5)),
    figure('a question, p95', 'ms', ({ finds }) => quantile(finds, 0.95), 8),
    figure('a change taken in, p95', 'ms', ({ changes }) => quantile(changes, 0.95), 16),
    figure('memory', 'MB', ({ heap }) => median(heap), 15),
  ]
}
