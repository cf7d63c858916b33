import { expect } from 'vitest'
import { collectionNames, entities } from '#domain/entities.ts'
import { scan } from '#renderer/data/replica.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import type { TestDesk } from '#tests/sync/desk.ts'

/** Every record of a desk's scope, field by field, is what headquarters has, and nothing stands beside it. */
export async function agreesWith(hq: TestHeadquarters, desk: TestDesk): Promise<void> {
  const { replica, enrolment } = desk.inside().core
  expect(await replica.shadows.find().exec()).toEqual([])
  const device = enrolment.value
  const truth = await hq.database.query<{ collection: string; body: { id: string } }>(
    `select distinct d.collection, d.id, d.body from feed f join document d on d.collection = f.collection and d.id = f.doc_id
     where f.op = 'put' and f.partition = any($1::text[]) and not d.deleted`,
    [['global', `c:${device?.centre.id}`, `d:${device?.deviceId}`]],
  )
  const held = new Map<string, object>()
  for (const collection of collectionNames) {
    const own = Object.keys(entities[collection].derived)
    for await (const records of scan(replica, collection))
      for (const record of records)
        held.set(
          `${collection}/${record.id}`,
          Object.fromEntries(Object.entries(record).filter(([field]) => !own.includes(field))),
        )
  }
  expect(held).toEqual(new Map(truth.map(({ collection, body }) => [`${collection}/${body.id}`, body])))
}
