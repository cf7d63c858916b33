import 'fake-indexeddb/auto'
import type { PreparedQuery, RxStorage } from 'rxdb/plugins/core'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { expect, test } from 'vitest'
import { entities, type CollectionName } from '#domain/entities.ts'
import type { Entity } from '#domain/entity.ts'
import type { Queries, QueryName } from '#renderer/data/contract.ts'
import { ticketViews } from '#renderer/data/contract-tickets.ts'
import { openOurs } from '#tests/bench/desk/page/our-desk.ts'
import { customerIdOf, make, numberOf, sizesOf } from '#tests/bench/desk/rows.ts'

const sizes = sizesOf(120)
const customerId = customerIdOf(3)
const ticketId = make.tickets(3, sizes).id
const views = ['mine', 'open', 'late', 'done'] as const

/** Every named question, as screens ask it: with records that are here, so that what hangs on them is asked too. */
const questions: { readonly [N in QueryName]: readonly Parameters<Queries[N]>[] } = {
  desk: [[]],
  priming: [[]],
  sync: [[]],
  outbox: [[200]],
  search: [
    ['budi', 50],
    ['O-KDI1-2611-0042', 50],
  ],
  customer: [[customerId]],
  subscriptionsOf: [[customerId]],
  ticketsOf: [[customerId]],
  timelineOf: [[customerId, 50]],
  ticket: [[ticketId]],
  threadOf: [[ticketId]],
  ticketList: views.map((view) => [view, 500]),
  ticketIds: ticketViews.flatMap((view) => [
    [view, {}],
    [view, { text: 'kuota' }],
  ]),
  ticketRows: ticketViews.map((view) => [view, {}, 0, 100]),
  mentionsOfMe: [[]],
  relatedTo: [[ticketId]],
  ownViews: [[]],
  staff: [[]],
  centres: [[]],
  reasons: [[]],
  resolutions: [[]],
  macros: [[]],
  catalogue: [[]],
  releases: [[]],
  release: [['none']],
  draft: [['none']],
  caller: [[numberOf(3)]],
  missedCalls: [[]],
  courier: [[]],
  items: [
    ['open', 100],
    ['decided', 100],
  ],
  inbox: (['open', 'mine', 'forMe', 'decided'] as const).map((view) => [view, 100]),
  day: [[]],
  queue: [[]],
  services: [[]],
  everyService: [[]],
  slip: [
    ['contact', make.contacts(3, sizes).id],
    ['ticket', ticketId],
    ['order', 'none'],
    ['payment', 'none'],
  ],
  ordersOf: [[customerId]],
  paymentsOf: [[customerId]],
  cash: [[]],
  articles: [['kuota', 50]],
  everyArticle: [[]],
  article: [['none']],
  noticesFor: [['']],
}
/** The made centre has no releases, articles, orders and drafts; everything else has an answer. */
const unanswered = ['release', 'draft', 'slip', 'slip', 'article']

/** Those that grow with a centre's customers. */
const big = ['customers', 'subscriptions', 'tickets', 'ticketEvents', 'contacts', 'queueTickets', 'orders']

interface Asked {
  readonly collection: string
  readonly isCount: boolean
  readonly prepared: PreparedQuery<never>
}

/** Bounded by a value of an index's first field, or read in an index's own order and only so far. */
function isServed({ collection, isCount, prepared: { query, queryPlan } }: Asked): boolean {
  const { index, startKeys, endKeys, sortSatisfiedByIndex, selectorSatisfiedByIndex } = queryPlan
  const [first] = index
  // RxDB puts its mark of deletion before each index of ours.
  const at = first === '_deleted' ? 1 : 0
  // An index for one value only has nothing of what is asked for under another.
  const partial = (entities[collection as CollectionName] as Entity | undefined)?.partial ?? {}
  const only = Object.entries(partial[index.slice(at, -1).join('_')] ?? {})
  const isThere = only.every(([field, value]) => startKeys[index.indexOf(field)] === value)
  const isBounded = typeof startKeys[at] === 'string' && startKeys[at] === endKeys[at]
  // The order of writing, from a place on: what stands at that very place is read once more.
  const isByWriting = first === '_meta.lwt'
  const isShort = !isCount && query.limit !== undefined && (selectorSatisfiedByIndex || isByWriting)
  return isThere && sortSatisfiedByIndex && (isBounded || isShort)
}

// RxDB makes a plan of the schema and the question alone: it is the same for 120 customers and for 100,000.
test('no question to a big collection reads more of it than an index serves', async () => {
  const asked: Asked[] = []
  const storage = recording(getRxStorageMemory(), asked)
  // A supervisor's day and drawer are asked for too.
  const { door, close } = await openOurs('plans', sizes, storage, 'supervisor')
  const nothing: QueryName[] = []
  for (const [name, given] of Object.entries(questions) as [QueryName, readonly never[]][])
    for (const args of given) {
      const answer = await new Promise<unknown>((resolve) => {
        door.watch(name, args, resolve)
      })
      if (answer === null) nothing.push(name)
    }
  await close()
  expect(nothing).toEqual(unanswered)
  const ofBig = asked.filter(({ collection }) => big.includes(collection))
  const unserved = ofBig.filter((each) => !isServed(each))
  expect(unserved.map(({ collection, prepared }) => [collection, prepared.query.selector])).toEqual([])
  // The filling, its proof, and the screens were all heard.
  for (const collection of big) expect(ofBig.map((each) => each.collection)).toContain(collection)
  // By key, never by counting off what comes before.
  expect(asked.filter(({ prepared }) => (prepared.query.skip ?? 0) > 0)).toEqual([])
})

test('a question without an index that serves it is noticed', async () => {
  const asked: Asked[] = []
  const { desk, close } = await openOurs('unserved', sizes, recording(getRxStorageMemory(), asked))
  asked.splice(0)
  const { customers, contacts, tickets } = desk.core.replica
  await customers.count().exec()
  await customers.find({ selector: { name: 'Budi' } }).exec()
  await contacts.find({ selector: { id: { $gt: '' } }, sort: [{ id: 'asc' }], limit: 10 }).exec()
  await tickets.find({ selector: { channel: 'sms' }, sort: [{ updatedAt: 'asc' }], limit: 10 }).exec()
  const byPriority = [{ stage: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }] as const
  await tickets.find({ selector: { stage: 'done' }, sort: [...byPriority], limit: 10 } as never).exec()
  await close()
  expect(asked.map(isServed)).toEqual([false, false, false, false, false])
})

function recording(storage: RxStorage<unknown, object>, asked: Asked[]): RxStorage<unknown, unknown> {
  return {
    ...storage,
    async createStorageInstance<T>(params: Parameters<typeof storage.createStorageInstance<T>>[0]) {
      const instance = await storage.createStorageInstance<T>(params)
      const { collectionName: collection } = params
      const query = instance.query.bind(instance)
      const count = instance.count.bind(instance)
      instance.query = (prepared) => {
        asked.push({ collection, isCount: false, prepared })
        return query(prepared)
      }
      instance.count = (prepared) => {
        asked.push({ collection, isCount: true, prepared })
        return count(prepared)
      }
      return instance as never
    },
  }
}
