import type { Question, ReadingPeerName } from '#tests/bench/desk/page/read.ts'
import { pages } from '#tests/bench/desk/chromium.ts'
import { settingsOf } from '#tests/bench/desk/settings.ts'
import { sizesOf, stressCustomers } from '#tests/bench/desk/rows.ts'
import { quantile, type Figure } from '#tests/bench/figure.ts'
import type { BenchOptions } from '#tests/bench/options.ts'

/** At the stress size each takes minutes to be filled, and raw IndexedDB is peer enough. */
const peers = { modest: ['raw', 'dexie', 'sqlite'], stress: ['raw'] } as const satisfies Record<
  BenchOptions['size'],
  readonly ReadingPeerName[]
>
const names = { dexie: 'Dexie', sqlite: 'SQLite' } as const
const rounds = 3
const asks = 60
/** p95 in ms, as the issue has it. */
const goals: Readonly<Partial<Record<Question, number>>> = {
  'customer screen': 10,
  'open tickets': 10,
  'my tickets': 10,
  'done tickets': 10,
}

/** What screens wait for: the door's named queries on a filled replica, beside stores that read the same rows by the same indexes. */
export async function read({ size }: BenchOptions): Promise<Figure[]> {
  const sizes = sizesOf(size === 'stress' ? stressCustomers : 5_000)
  await using served = await pages()
  await using page = await served.open()
  const others = peers[size].flatMap((name) => (name === 'raw' ? [] : name))
  const times = await page.run('read', sizes, peers[size], rounds, asks)
  return Object.entries(times).flatMap(([question, byStore]) =>
    ([0.5, 0.95] as const).map((share): Figure => {
      const of = (store: string) => quantile(byStore[store] ?? [], share)
      const most = share === 0.95 ? goals[question as Question] : undefined
      return {
        bench: 'read',
        what: `${question}, ${share === 0.95 ? 'p95' : 'p50'}, ${sizes.customers} customers`,
        ours: of('ours'),
        peer: of('raw'),
        peerName: 'raw IndexedDB',
        others: Object.fromEntries(others.map((name) => [names[name], of(name)])),
        unit: 'ms',
        ...(most === undefined ? {} : { most }),
        notes: settingsOf('ours', ...peers[size]),
      }
    }),
  )
}
