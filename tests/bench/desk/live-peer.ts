// Runs in a page: RxDB's own pull-only replication in the window, with six open questions whose answers are shown.
import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { Subject } from 'rxjs'
import { entities, type CollectionName } from '#domain/entities.ts'
import type { Entity } from '#domain/entity.ts'
import type { FeedPage, SnapshotHead, SnapshotPart } from '#domain/sync/feed.ts'
import { rxSchemaOf } from '#renderer/data/rx-schema.ts'

export interface PeerAsk {
  readonly token: string
  readonly partition: string
  readonly customerId: string
}
interface Place {
  readonly afterId: string
}
type Row = { id: string; rev: number }
type Document = Row & { _deleted: boolean }

const names = ['customers', 'subscriptions', 'tickets', 'ticketEvents', 'contacts'] as const
const batch = 1000

/** Fills plain collections with the same schemas and indexes; `pull` then takes what is new at headquarters. */
export async function openPeer({ token, partition, customerId }: PeerAsk) {
  const ask = async <T>(path: string, body: object): Promise<T> => {
    const headers = {
      'content-type': 'application/json',
      'x-loket-protocol': '2',
      authorization: `Bearer ${token}`,
    }
    const answer = await fetch(`/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const database = await createRxDatabase({
    name: 'peer',
    storage: getRxStorageDexie(),
    multiInstance: false,
  })
  const collections = (await database.addCollections(
    // Nothing is there that would have to be migrated.
    Object.fromEntries(
      names.map((name) => [name, { schema: { ...rxSchemaOf(entities[name] as Entity), version: 0 } }]),
    ),
  )) as unknown as Record<CollectionName, RxCollection<Row>>
  look(collections, customerId)

  const head = await ask<SnapshotHead>('snapshot', { partition })
  const replications = names.map((name) => {
    const stream = new Subject<{ documents: Document[]; checkpoint: Place }>()
    const replication = replicateRxCollection<Row, Place>({
      collection: collections[name],
      replicationIdentifier: name,
      live: true,
      pull: {
        batchSize: batch,
        stream$: stream,
        handler: async (place) => {
          const at = place?.afterId ?? ''
          const part = await ask<SnapshotPart>('snapshot/part', {
            partition,
            collection: name,
            afterId: at,
            limit: batch,
          })
          const documents = part.records.map((record) => stored(name, record))
          return { documents, checkpoint: { afterId: documents.at(-1)?.id ?? at } }
        },
      },
    })
    return { name, stream, replication }
  })
  const inSync = () => Promise.all(replications.map(({ replication }) => replication.awaitInSync()))
  await Promise.all(replications.map(({ replication }) => replication.awaitInitialReplication()))

  return async function pull(): Promise<void> {
    for (let after = head.checkpoint, more = true; more;) {
      const page: FeedPage = await ask('feed', { partition, ...after, limit: batch })
      for (const { name, stream } of replications) {
        const documents = page.changes.flatMap(({ collection, put }) =>
          collection === name && put !== undefined ? [stored(name, put)] : [],
        )
        if (documents.length > 0) stream.next({ documents, checkpoint: { afterId: '~' } })
      }
      await inSync()
      after = page.checkpoint
      more = page.more
    }
  }
}

function stored(name: CollectionName, record: Row): Document {
  return { ...record, ...entities[name].derive(record as never), _deleted: false }
}

/** What a customer's screen and a list of tickets ask. */
function look(collections: Record<CollectionName, RxCollection<Row>>, customerId: string): void {
  const questions: [CollectionName, object][] = [
    ['customers', { selector: { id: customerId } }],
    ['subscriptions', { selector: { customerId } }],
    ['tickets', { selector: { ofCustomer: customerId }, sort: [{ newest: 'asc' }] }],
    ['ticketEvents', { selector: { ofCustomer: customerId }, sort: [{ newest: 'asc' }], limit: 50 }],
    ['contacts', { selector: { ofCustomer: customerId }, sort: [{ newest: 'asc' }], limit: 50 }],
    ['tickets', { selector: { stage: 'open' }, sort: [{ priority: 'asc' }, { openedAt: 'asc' }], limit: 50 }],
  ]
  for (const [name, question] of questions) {
    const shown = document.body.appendChild(document.createElement('pre'))
    collections[name].find(question).$.subscribe((rows) => {
      shown.textContent = rows.map((row) => JSON.stringify(row.toJSON())).join('\n')
    })
  }
}

Object.assign(globalThis, { openPeer })
