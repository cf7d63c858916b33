import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CollectionName } from '#domain/entities.ts'
import { stepOf } from '#domain/steps.ts'
import type { Digest, FeedChange, SnapshotHead, SnapshotPart } from '#domain/sync/feed.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import type { Write } from '#domain/sync/records.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { engines } from './engines.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { beginning, type Desk } from './wire-desk.ts'
import { contact, customer, subscription, ticket } from './payloads.ts'

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  let desk: Desk
  beforeAll(async () => {
    hq = await headquarters({ url: await engine.url() })
    await hq.seedCentre('KDI')
    await hq.seedCentre('MKS')
    await hq.seedStaff('ani', 'branch', 'KDI')
    desk = await hq.desk('KDI', 'ani')
    for (let n = 0; n < 6; n++) {
      const of: Write[] = [
        { collection: 'customers', record: customer(`c${n}`, 'KDI') },
        { collection: 'subscriptions', record: subscription(`s${n}`, `c${n}`, `+62817000000${n}`) },
      ]
      await hq.write(of.slice(0, 1 + (n % 2)), 'c:KDI')
    }
    const { label } = desk.enrolment
    await desk.send(
      desk.operation(
        stepOf('openTicket', ticket('t1', label, { customerId: 'c1' })),
        stepOf('recordContact', contact('k1', { customerId: 'c1', ticketIds: ['t1'] })),
      ),
      desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'Masih menunggu' })),
    )
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const place = async (ids: readonly string[], entering: readonly string[], leaving: readonly string[]) => {
    const shift = (partitions: readonly string[]) =>
      ids.map((id) => ({ collection: 'customers' as const, id, partitions }))
    await hq.database.transaction((tx) =>
      commitWrites(tx, [{ placed: [], entering: shift(entering), leaving: shift(leaving) }], {
        now: hq.clock.now(),
        newCommitId: () => hq.clock.newId(),
      }),
    )
  }

  test('[F2] (H3) for every page size the pages together are the whole feed, and none splits a transaction', async () => {
    const whole = await desk.all('c:KDI', 1000)
    const seqOf = new Map(
      (
        await hq.database.query<{ key: string; seq: number }>(
          `select collection || '/' || doc_id as key, seq from feed where partition = 'c:KDI'`,
        )
      ).map(({ key, seq }) => [key, seq]),
    )
    for (let limit = 1; limit <= whole.changes.length + 1; limit++) {
      const seen: string[] = []
      for (let after = beginning, more = true; more;) {
        const page = await desk.page('c:KDI', after, limit)
        const placeOf = ({ collection, id }: FeedChange) => seqOf.get(`${collection}/${id}`) ?? 0
        // A ticket that comes early with its contact comes once more in its own place. [F8]
        const own = page.changes.filter((change) => placeOf(change) <= page.checkpoint.seq)
        const seqs = own.map(placeOf)
        expect(seqs.every((seq) => seq > after.seq)).toBe(true)
        expect(own.length <= limit || new Set(seqs).size === 1).toBe(true)
        seen.push(...own.map((change) => JSON.stringify(change)))
        after = page.checkpoint
        more = page.more
      }
      expect(seen.toSorted()).toEqual(whole.changes.map((change) => JSON.stringify(change)).toSorted())
      expect(new Set(seen).size).toBe(seen.length)
    }
  })

  test('[F2] (H3) a page at the head is empty, says that there is no more, and keeps its place', async () => {
    const { checkpoint } = await desk.all()
    expect(await desk.page('c:KDI', checkpoint)).toEqual({ changes: [], checkpoint, more: false })
  })

  test('[F8] (H15) a page that ends between a contact and a later change of its ticket brings the ticket too', async () => {
    const withContact = async (limit: number) => {
      for (let after = beginning; ;) {
        const page = await desk.page('c:KDI', after, limit)
        if (page.changes.some(({ collection }) => collection === 'contacts')) return page
        if (!page.more) throw new Error('the contact did not come')
        after = page.checkpoint
      }
    }
    const page = await withContact(1)
    const keys = page.changes.map(({ collection, id }) => `${collection}/${id}`)
    expect(page.more).toBe(true)
    expect(keys).toEqual(expect.arrayContaining(['contacts/k1', 'tickets/t1']))
    // At the head everything is there, and nothing comes twice.
    const whole = (await withContact(1000)).changes.map(({ collection, id }) => `${collection}/${id}`)
    expect(new Set(whole).size).toBe(whole.length)
  })

  test('[R5] (H15) a snapshot’s part brings no contact that is newer than the head', async () => {
    const head = (await desk.all()).checkpoint
    await desk.send(
      desk.operation(
        stepOf('openTicket', ticket('t2', desk.enrolment.label)),
        stepOf('recordContact', contact('k2', { ticketIds: ['t2'] })),
      ),
    )
    const idsOf = async (collection: CollectionName, upTo?: number) => {
      const ask = {
        partition: 'c:KDI',
        collection,
        afterId: '',
        limit: 100,
        ...(upTo === undefined ? {} : { upTo }),
      }
      const { body } = await desk.post<SnapshotPart>('/v1/snapshot/part', ask)
      return body.records.map(({ id }) => id)
    }
    expect(await idsOf('contacts', head.seq)).toEqual(['k1'])
    expect(await idsOf('contacts')).toEqual(['k1', 'k2'])
    expect(await idsOf('tickets', head.seq)).toEqual(['t1', 't2'])
    const after = (await desk.page('c:KDI', head)).changes.map(({ id }) => id)
    expect(after).toEqual(expect.arrayContaining(['k2', 't2']))
  })

  test('[F3] a record stands once in a feed however often it changed, with its last state', async () => {
    await hq.write([{ collection: 'customers', record: customer('c0', 'KDI', { city: 'Kendari' }) }], 'c:KDI')
    await hq.write([{ collection: 'customers', record: customer('c0', 'KDI', { city: 'Bau-Bau' }) }], 'c:KDI')
    const found = (await desk.all()).changes.filter(({ id }) => id === 'c0')
    expect(found).toMatchObject([{ put: { city: 'Bau-Bau', rev: 3 } }])
  })

  test('[F4] a record that leaves the centre leaves the desk, and nothing at headquarters is deleted', async () => {
    const { checkpoint } = await desk.all()
    await place(['c2'], ['c:MKS'], ['c:KDI'])
    const page = await desk.page('c:KDI', checkpoint)
    expect(page.changes).toEqual([{ collection: 'customers', id: 'c2' }])
    expect(await hq.database.query(`select 1 from document where id = 'c2' and not deleted`)).toHaveLength(1)
  })

  test('[F4] (H3) what leaves one partition but stays in another of the same device does not leave the desk, and the place moves on', async () => {
    const guests = `d:${desk.enrolment.deviceId}`
    await place(['c3'], [guests], [])
    const { checkpoint } = await desk.all()
    await place(['c3'], [], ['c:KDI'])
    const page = await desk.page('c:KDI', checkpoint)
    expect(page.changes).toEqual([])
    expect(page.checkpoint.seq).toBe(checkpoint.seq + 1)
    const atGuests = await desk.all(guests)
    await place(['c3'], [], [guests])
    expect((await desk.page(guests, atGuests.checkpoint)).changes).toEqual([
      { collection: 'customers', id: 'c3' },
    ])
  })

  test('[F5] a desk reads no partition but its own', async () => {
    for (const partition of ['c:MKS', 'd:someone', 'nonsense']) {
      const feed = await desk.get(`/v1/feed?partition=${partition}&epoch=&seq=0&commit=&limit=10`)
      const head = await desk.get(`/v1/snapshot?partition=${partition}`)
      const part = await desk.get(
        `/v1/snapshot/part?partition=${partition}&collection=customers&afterId=&limit=10`,
      )
      for (const answer of [feed, head, part])
        expect(answer).toMatchObject({ status: 404, body: { code: 'unknown_partition' } })
    }
  })

  test.each([
    ['another epoch', { epoch: 'another' }],
    ['another commit at the same place', { commit: 'another' }],
    ['a place that headquarters has not reached', { seq: 9_999 }],
  ])('[F6] %s is answered with history_changed', async (_what, wrong) => {
    const { checkpoint } = await desk.all()
    const { epoch, seq, commit } = { ...checkpoint, ...wrong }
    const answer = await desk.get(
      `/v1/feed?partition=c:KDI&epoch=${epoch}&seq=${seq}&commit=${commit}&limit=10`,
    )
    expect(answer).toMatchObject({ status: 409, body: { code: 'history_changed' } })
  })

  test('[R2] (H3) the snapshot’s parts of every size hold what the feed holds, and the feed goes on after it', async () => {
    const head = (await desk.get<SnapshotHead>('/v1/snapshot?partition=c:KDI')).body
    const feed = await desk.all()
    expect(head.checkpoint).toEqual(feed.checkpoint)
    const puts = feed.changes.flatMap((change) => (change.put === undefined ? [] : [change]))
    for (const limit of [1, 2, 3, 1000]) {
      const found: string[] = []
      for (const collection of Object.keys(head.counts) as CollectionName[]) {
        for (let afterId = '', more = true; more;) {
          const url = `/v1/snapshot/part?partition=c:KDI&collection=${collection}&afterId=${afterId}&limit=${limit}`
          const part = (await desk.get<SnapshotPart>(url)).body
          found.push(...part.records.map((record) => JSON.stringify({ collection, record })))
          afterId = part.records.at(-1)?.id ?? ''
          more = part.more
        }
      }
      expect(found.toSorted()).toEqual(
        puts.map(({ collection, put }) => JSON.stringify({ collection, record: put })).toSorted(),
      )
    }
    expect(Object.values(head.counts).reduce((sum, count) => sum + count)).toBe(puts.length)
  })

  test('[R3] the digest is what a desk counts over its own replica of all its partitions, each record once', async () => {
    await place(['c4'], [`d:${desk.enrolment.deviceId}`], [])
    const held = new Map<string, { collection: string; hash: number }>()
    const seqs: Record<string, number> = {}
    for (const partition of ['global', 'c:KDI', `d:${desk.enrolment.deviceId}`]) {
      const { changes, checkpoint } = await desk.all(partition)
      seqs[partition] = checkpoint.seq
      for (const { collection, id, put } of changes)
        if (put !== undefined) held.set(`${collection}/${id}`, { collection, hash: recordHash(id, put.rev) })
    }
    const collections: Record<string, { count: number; hash: number }> = {}
    for (const { collection, hash } of held.values()) {
      const sum = (collections[collection] ??= { count: 0, hash: 0 })
      sum.count += 1
      sum.hash += hash
    }
    expect((await desk.get<Digest>('/v1/digest')).body).toEqual({ seqs, collections })
  })

  test('[F7] after a transaction that is too large for any page the desk is told to prime again, and the head is past it', async () => {
    const { checkpoint } = await desk.all()
    const contacts = Array.from({ length: 20_001 }, (_, n): Write => {
      const { contactId, ...fields } = contact(`bulk${n}`)
      return {
        collection: 'contacts',
        record: { ...fields, id: contactId, rev: 0, agentId: 'ani', centreId: 'KDI' },
      }
    })
    await hq.write(contacts, 'c:KDI')
    const { epoch, seq, commit } = checkpoint
    const answer = await desk.get(
      `/v1/feed?partition=c:KDI&epoch=${epoch}&seq=${seq}&commit=${commit}&limit=10`,
    )
    expect(answer).toMatchObject({ status: 409, body: { code: 'history_changed' } })
    const head = (await desk.get<SnapshotHead>('/v1/snapshot?partition=c:KDI')).body
    expect(head.counts['contacts']).toBeGreaterThan(20_000)
    expect((await desk.page('c:KDI', head.checkpoint)).changes).toEqual([])
  })
})
