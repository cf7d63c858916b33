import { openOurs } from '#tests/bench/desk/page/our-desk.ts'
import type { Peer } from '#tests/bench/desk/page/peer.ts'
import { openPouch } from '#tests/bench/desk/page/pouch.ts'
import { openRaw } from '#tests/bench/desk/page/raw.ts'
import { replicated } from '#tests/bench/desk/page/replicated.ts'
import { openSqlite } from '#tests/bench/desk/page/sqlite.ts'
import { filled, rowsOf, type Filled, type Row, type Sizes } from '#tests/bench/desk/rows.ts'

export type StoreName = 'ours' | 'raw' | 'rxdb two-way' | 'rxdb pull-only' | 'pouch' | 'sqlite'

/** ms to fill an empty store with all rows, without the time to make them. `proven`: ours knows by then that all are there. */
export async function fill(store: StoreName, sizes: Sizes): Promise<{ ms: number; proven?: number }> {
  if (store === 'ours') {
    const { primed, proven } = await openOurs('loket', sizes)
    return { ms: primed, proven }
  }
  if (store === 'rxdb two-way' || store === 'rxdb pull-only') {
    const { ms, counts } = await replicated('peer', sizes, store === 'rxdb two-way' ? 'two-way' : 'pull-only')
    filled.forEach((each, n) => check(each, counts[n] ?? 0, sizes))
    return { ms }
  }
  if (store === 'pouch') {
    const pouch = openPouch('pouch')
    const ms = await poured(sizes, (_, rows) => pouch.write(rows))
    const all = filled.reduce((sum, each) => sum + sizes[each], 0)
    if ((await pouch.count()) !== all) throw new Error('PouchDB does not hold every row')
    return { ms }
  }
  const peer = store === 'raw' ? await openRaw('raw') : await openSqlite('sqlite')
  return { ms: await fillPeer(peer, sizes) }
}

/** Batches of 1,000, the next one when the last is stored. */
async function poured(
  sizes: Sizes,
  write: (collection: Filled, rows: readonly Row[]) => Promise<void>,
): Promise<number> {
  let ms = 0
  for (const collection of filled)
    for (let from = 0; from < sizes[collection]; from += 1000) {
      const rows = rowsOf(collection, from, Math.min(sizes[collection], from + 1000), sizes)
      const begin = performance.now()
      await write(collection, rows)
      ms += performance.now() - begin
    }
  return ms
}

export async function fillPeer(peer: Peer, sizes: Sizes): Promise<number> {
  const ms = await poured(sizes, (collection, rows) => peer.write(collection, rows))
  for (const each of filled) check(each, await peer.count(each), sizes)
  return ms
}

function check(collection: Filled, count: number, sizes: Sizes): void {
  if (count !== sizes[collection]) throw new Error(`${count} of ${sizes[collection]} ${collection} are there`)
}
