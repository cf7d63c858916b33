import { expect, test } from 'vitest'
import { recordOf } from '#sync-server/storage/documents.ts'
import { hqDesk } from './hq-desk.ts'

test('headquarters adds a service of the queue once, in both languages, with the letter of its numbers', async () => {
  await using hq = await hqDesk()
  const add = (prefix: string) =>
    hq.run('service', 'add', 'bayar', '--prefix', prefix, '--id', 'Pembayaran', '--en', 'Payments')
  expect(await add('7')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('“7” is no prefix') as unknown,
  })
  expect(await add('c')).toMatchObject({ exit: 0, out: expect.stringContaining('begin with C') as unknown })
  expect(await recordOf(hq.database, 'reference', 'service:BAYAR')).toMatchObject({
    kind: 'service',
    prefix: 'C',
    label: { id: 'Pembayaran', en: 'Payments' },
    active: true,
  })
  expect(await add('c')).toMatchObject({ exit: 1, err: expect.stringContaining('exists already') as unknown })
})
