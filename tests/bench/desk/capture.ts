import type { Saved } from '#tests/bench/desk/page/capture.ts'
import { pages } from '#tests/bench/desk/chromium.ts'
import { journalled } from '#tests/bench/desk/journal.ts'
import { settingsOf } from '#tests/bench/desk/settings.ts'
import { quantile, type Figure } from '#tests/bench/figure.ts'

const runs = 3
const saves = 60

/** A conversation that opens a ticket, saved while its customer's screen is open. */
export async function capture(): Promise<Figure[]> {
  await using served = await pages()
  const times: Record<Saved, number[]> = {
    'ours, in the outbox': [],
    'ours, on the screen': [],
    raw: [],
    pouch: [],
  }
  for (let run = 0; run < runs; run++) {
    await using page = await served.open()
    const seen = await page.run('capture', saves)
    for (const name of Object.keys(times) as Saved[]) times[name].push(...seen[name])
  }
  const figure = (what: string, ours: Saved, share: number, most?: number): Figure => ({
    bench: 'capture',
    what: `a contact with a ticket, ${what}`,
    ours: quantile(times[ours], share),
    peer: quantile(times.raw, share),
    peerName: 'raw IndexedDB, one strict transaction',
    others: { PouchDB: quantile(times.pouch, share) },
    unit: 'ms',
    ...(most === undefined ? {} : { most }),
    notes: [
      ...settingsOf('ours', 'pouch'),
      'capture: the journal, which only Electron has, is told for itself and is written before; the line is down, and the desk tries it after each save',
    ],
  })
  const journal = await journalled(runs * saves)
  return [
    {
      bench: 'capture',
      what: 'the same in the journal, on the disk, p95',
      ours: quantile(journal.ours, 0.95),
      peer: quantile(journal.bare, 0.95),
      peerName: 'a bare file, appended to and fdatasync',
      unit: 'ms',
    },
    figure('durable in the outbox, p50', 'ours, in the outbox', 0.5),
    figure('durable in the outbox, p95', 'ours, in the outbox', 0.95, 20),
    figure('answered by the screen’s open queries, p50', 'ours, on the screen', 0.5),
    figure('answered by the screen’s open queries, p95', 'ours, on the screen', 0.95),
  ]
}
