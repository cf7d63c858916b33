import { pages } from '#tests/bench/desk/chromium.ts'
import { settingsOf } from '#tests/bench/desk/settings.ts'
import { quantile, type Figure } from '#tests/bench/figure.ts'

const runs = 3
const saves = 100

/** A conversation that opens a ticket, saved while its customer's screen is open. */
export async function capture(): Promise<Figure[]> {
  await using served = await pages()
  const times: Record<'ours' | 'raw' | 'pouch', number[]> = { ours: [], raw: [], pouch: [] }
  for (let run = 0; run < runs; run++) {
    await using page = await served.open()
    const seen = await page.run('capture', saves)
    for (const name of ['ours', 'raw', 'pouch'] as const) times[name].push(...seen[name])
  }
  return ([0.5, 0.95] as const).map((share) => ({
    bench: 'capture',
    what: `a contact with a ticket, ${share === 0.95 ? 'p95' : 'p50'}`,
    ours: quantile(times.ours, share),
    peer: quantile(times.raw, share),
    peerName: 'raw IndexedDB, one strict transaction',
    others: { PouchDB: quantile(times.pouch, share) },
    unit: 'ms',
    ...(share === 0.95 ? { most: 20 } : {}),
    notes: [
      ...settingsOf('ours', 'pouch'),
      'capture: outbox, shadows and records, and the open screen’s queries asked again; the journal, which only Electron has, is not in it',
    ],
  }))
}
