import type { Answer, Link } from '#domain/sync/link.ts'
import { globalPartition, type Checkpoint, type SnapshotPart } from '#domain/sync/feed.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { Session } from '#domain/sync/session.ts'
import {
  agents,
  centre,
  centreId,
  filled,
  make,
  staff,
  type Filled,
  type Sizes,
} from '#tests/bench/desk/rows.ts'

export interface AnsweringLink {
  readonly link: Link
  /** How long the answers took to be made, ms: no peer's clock counts it either. */
  readonly made: { ms: number }
}

const checkpoint: Checkpoint = { epoch: 'bench', seq: 1, commit: 'bench' }
const ok = async <T>(value: T): Promise<Answer<T>> => ({ ok: true, value })
const unreachable = async (): Promise<Answer<never>> => ({ ok: false, problem: { code: 'unreachable' } })
const isFilled = (name: string): name is Filled => filled.includes(name as Filled)

/** A headquarters that is a function call away: it has one centre with so many records, takes no work, and never changes. */
export function answeringLink(sizes: Sizes, role: Role): AnsweringLink {
  const made = { ms: 0 }
  const device = 'd-bench'
  const ofCentre = `c:${centreId}`
  const person = { id: agents[0] ?? '', username: 'ani', name: 'Ani', role, centreId } as const
  const session: Session = { accessToken: 'a', accessUntil: 4_000_000_000_000, refreshToken: 'r', person }
  const people = staff()
  const given = new Map<string, number>()
  const sums = new Map<string, { count: number; hash: number }>()

  const part = (collection: string, afterId: string, limit: number): SnapshotPart => {
    const begin = performance.now()
    const from = afterId === '' ? 0 : (given.get(collection) ?? 0)
    const total = isFilled(collection) ? sizes[collection] : people.length
    const to = Math.min(total, from + limit)
    const records = isFilled(collection)
      ? Array.from({ length: to - from }, (_, n) => make[collection](from + n, sizes))
      : people.slice(from, to)
    const sum = sums.get(collection) ?? { count: 0, hash: 0 }
    for (const { id, rev } of records) {
      sum.count += 1
      sum.hash += recordHash(id, rev)
    }
    sums.set(collection, sum)
    given.set(collection, to)
    made.ms += performance.now() - begin
    return { records, more: to < total }
  }

  const link: Link = {
    enrol: () =>
      ok({
        deviceId: device,
        deviceSecret: 'secret',
        label: `${centreId}1`,
        lastSeq: 0,
        centre: { id: centreId, name: centre?.city ?? '', zone: centre?.zone ?? 'WIB' },
        releaseKey: '',
        nikKey: '00',
      }),
    signIn: () => ok(session),
    refresh: () => ok(session),
    send: unreachable,
    setAside: unreachable,
    page: (_token, _partition, after) => ok({ changes: [], checkpoint: after, more: false }),
    snapshotHead: (_token, partition) =>
      ok({
        checkpoint,
        counts:
          partition === ofCentre
            ? { ...sizes }
            : partition === globalPartition
              ? { reference: people.length }
              : {},
      }),
    snapshotPart: (_token, { collection, afterId, limit }) => ok(part(collection, afterId, limit)),
    digest: () =>
      ok({
        seqs: Object.fromEntries([globalPartition, ofCentre, `d:${device}`].map((each) => [each, 1])),
        collections: Object.fromEntries(sums),
      }),
    report: () => ok({ at: Date.now() }),
    rollout: () => ok([]),
    ordersToAnswer: () => ok([]),
    pokes: () => ({ ended: new Promise(() => undefined), close: () => undefined }),
    standing: () => ok({ at: Date.now() }),
    lastWords: unreachable,
    probe: async () => true,
    protocol: () => 2,
  }
  return { link, made }
}
