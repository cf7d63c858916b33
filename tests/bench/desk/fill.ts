import type { StoreName } from '#tests/bench/desk/page/fill.ts'
import { pages } from '#tests/bench/desk/chromium.ts'
import { settingsOf } from '#tests/bench/desk/settings.ts'
import { filled, sizesOf, stressCustomers } from '#tests/bench/desk/rows.ts'
import { median, type Figure } from '#tests/bench/figure.ts'
import type { BenchOptions } from '#tests/bench/options.ts'

const peers: readonly StoreName[] = ['rxdb two-way', 'rxdb pull-only', 'pouch', 'sqlite']
/** At the stress size a run takes minutes, and raw IndexedDB is peer enough. */
const plans = {
  modest: { customers: 2_500, runs: 3, stores: ['ours', 'raw', ...peers] },
  stress: { customers: stressCustomers, runs: 1, stores: ['ours', 'raw'] },
} satisfies Record<BenchOptions['size'], { customers: number; runs: number; stores: StoreName[] }>

/**
 * How long a new desk is filled, from headquarters' first word to the last record on the disk, beside stores that are
 * given the same rows. Each begins in a new browser with an empty profile; no clock counts the making of rows.
 */
export async function fill({ size }: BenchOptions): Promise<Figure[]> {
  const { customers, runs, stores } = plans[size]
  const sizes = sizesOf(customers)
  const rows = filled.reduce((sum, each) => sum + sizes[each], 0)
  await using served = await pages()
  const seen = new Map(stores.map((each: StoreName) => [each, { ms: [] as number[], peak: [] as number[] }]))
  const proofs: number[] = []
  for (let run = 0; run < runs; run++)
    for (const [store, { ms, peak }] of seen) {
      await using page = await served.open()
      const result = await page.run('fill', store, sizes)
      ms.push(result.ms / 1000)
      peak.push(await page.peak())
      if (result.proven !== undefined) proofs.push(result.proven / 1000)
    }
  const of = (store: StoreName, what: 'ms' | 'peak') => median(seen.get(store)?.[what] ?? [])
  const others = (what: 'ms' | 'peak') =>
    Object.fromEntries(stores.slice(2).map((store) => [store, of(store, what)]))
  const common = { bench: 'fill', peerName: 'raw IndexedDB', notes: settingsOf(...stores) }
  return [
    {
      ...common,
      what: `${rows} records`,
      ours: of('ours', 'ms'),
      peer: of('raw', 'ms'),
      others: others('ms'),
      unit: 's',
      goal: 0.7,
    },
    {
      ...common,
      what: `${rows} records, until count and digest agree`,
      ours: median(proofs),
      peer: of('raw', 'ms'),
      unit: 's',
    },
    {
      ...common,
      what: 'the page’s process at its peak, heap and all',
      ours: of('ours', 'peak'),
      peer: of('raw', 'peak'),
      others: others('peak'),
      unit: 'MB',
    },
  ]
}
