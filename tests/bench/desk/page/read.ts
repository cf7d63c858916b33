import { firstValueFrom, Observable } from 'rxjs'
import type { Queries, QueryName } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'
import { scan, type Replica } from '#renderer/data/replica.ts'
import { openDexie } from '#tests/bench/desk/page/dexie.ts'
import { fillPeer } from '#tests/bench/desk/page/fill.ts'
import { openOurs } from '#tests/bench/desk/page/our-desk.ts'
import type { ReadingPeer } from '#tests/bench/desk/page/peer.ts'
import { openRaw } from '#tests/bench/desk/page/raw.ts'
import { openSqlite } from '#tests/bench/desk/page/sqlite.ts'
import { agents, customerIdOf, numberOf, type Sizes } from '#tests/bench/desk/rows.ts'

/** What a screen asks, by name: each reads for the n-th customer. */
export type Question =
  | 'customer screen'
  | 'by number'
  | 'open tickets'
  | 'my tickets'
  | 'done tickets'
  | 'chunk of all'
type Answering = Readonly<Record<Question, (n: number) => Promise<unknown>>>

const rowsShown = 50
/** Everything is read in chunks by key, as for the proof by digest; none is harder to reach than the first. */
const chunk = 1000

const openers = { raw: openRaw, dexie: openDexie, sqlite: openSqlite }
export type ReadingPeerName = keyof typeof openers

/** ms of each answer, by question and store. */
export async function read(
  sizes: Sizes,
  peers: readonly ReadingPeerName[],
  rounds: number,
  asks: number,
): Promise<Readonly<Record<Question, Record<string, number[]>>>> {
  const opened = await openOurs('loket', sizes)
  const answering: Record<string, Answering> = { ours: throughTheDoor(opened.door, opened.desk.core.replica) }
  for (const name of peers) {
    const peer = await openers[name](name)
    await fillPeer(peer, sizes)
    answering[name] = asPeer(peer)
  }
  const questions = Object.keys(answering['ours'] ?? {}) as Question[]
  const times = Object.fromEntries(questions.map((each) => [each, {}])) as Record<
    Question,
    Record<string, number[]>
  >
  for (let round = -1; round < rounds; round++)
    for (const question of questions)
      for (const [name, answers] of Object.entries(answering)) {
        for (let ask = 0; ask < asks; ask++) {
          // Another customer each time; nothing is answered out of a cache of answers.
          const n = ((round + 1) * asks + ask) * 7919
          const begin = performance.now()
          await answers[question](n % sizes.customers)
          // The first round warms up.
          if (round >= 0) (times[question][name] ??= []).push(performance.now() - begin)
        }
      }
  return times
}

function throughTheDoor(door: Door, replica: Replica): Answering {
  const all = { chunks: scan(replica, 'contacts', chunk) }
  const first = <N extends QueryName>(name: N, ...args: Parameters<Queries[N]>) =>
    firstValueFrom(
      new Observable<ReturnType<Queries[N]>>((observer) =>
        door.watch(name, args, (answer) => observer.next(answer)),
      ),
    )
  return {
    'customer screen': (n) => {
      const id = customerIdOf(n)
      return Promise.all([
        first('customer', id),
        first('subscriptionsOf', id),
        first('ticketsOf', id),
        first('timelineOf', id, rowsShown),
      ])
    },
    'by number': (n) => first('search', numberOf(n), 12),
    'open tickets': () => first('ticketList', 'open', rowsShown),
    'my tickets': () => first('ticketList', 'mine', rowsShown),
    'done tickets': () => first('ticketList', 'done', rowsShown),
    'chunk of all': async () => {
      const next = await all.chunks.next()
      if (next.done === true) all.chunks = scan(replica, 'contacts', chunk)
    },
  }
}

/** The same rows, by the same indexes, and no more of them than our desk reads. */
function asPeer(peer: ReadingPeer): Answering {
  const all = { after: '' }
  const ticketsOf = (id: string) =>
    peer.ask({ collection: 'tickets', index: ['ofCustomer', 'newest'], equal: [id], limit: 200 })
  const linesOf = (id: string) =>
    peer.ask({ collection: 'subscriptions', index: ['customerId'], equal: [id], limit: 50 })
  const named = async (tickets: Promise<readonly { readonly [key: string]: unknown }[]>) => {
    const ids = new Set((await tickets).map((each) => String(each['customerId'])))
    return Promise.all([...ids].map((id) => peer.byId('customers', id)))
  }
  return {
    'customer screen': (n) => {
      const id = customerIdOf(n)
      return Promise.all([
        peer.byId('customers', id),
        linesOf(id),
        ticketsOf(id),
        peer.ask({ collection: 'contacts', index: ['ofCustomer', 'newest'], equal: [id], limit: 100 }),
      ])
    },
    'by number': async (n) => {
      const lines = await peer.ask({
        collection: 'subscriptions',
        index: ['msisdn'],
        equal: [numberOf(n)],
        limit: 12,
      })
      const ids = lines.map((line) => String(line['customerId']))
      return Promise.all(ids.flatMap((id) => [peer.byId('customers', id), linesOf(id)]))
    },
    'open tickets': () =>
      named(
        peer.ask({
          collection: 'tickets',
          index: ['stage', 'priority', 'openedAt'],
          equal: ['open'],
          limit: rowsShown,
        }),
      ),
    'my tickets': () =>
      named(
        peer.ask({
          collection: 'tickets',
          index: ['ownerId', 'stage', 'priority', 'openedAt'],
          equal: [agents[0] ?? '', 'open'],
          limit: rowsShown,
        }),
      ),
    'done tickets': () =>
      named(
        peer.ask({ collection: 'tickets', index: ['stage', 'recent'], equal: ['done'], limit: rowsShown }),
      ),
    'chunk of all': async () => {
      const rows = await peer.after('contacts', all.after, chunk)
      all.after = rows.at(-1)?.id ?? ''
    },
  }
}
