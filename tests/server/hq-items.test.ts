import { existsSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Item } from '#domain/item/item.ts'
import { headquarters } from './headquarters.ts'
import { hqDesk } from './hq-desk.ts'
import { customer } from './payloads.ts'

test('[I9] items are listed, shown and exported where headquarters’ admin asks for it', async () => {
  await using desk = await hqDesk()
  const hq = await headquarters({ database: desk.database, clock: desk.clock })
  for (const id of ['KDI', 'MKS']) await hq.seedCentre(id)
  await hq.seedStaff('ani', 'agent', 'KDI')
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  await hq.seedStaff('rina', 'supervisor', 'MKS')
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  const [ani, sari, rina] = [
    await hq.desk('KDI', 'ani'),
    await hq.desk('KDI', 'sari'),
    await hq.desk('MKS', 'rina'),
  ]
  await sari.take('changeContactDetails', { customerId: 'c1', changes: { city: 'Kolaka' } }, {})
  const conflict = await ani.take(
    'changeContactDetails',
    { customerId: 'c1', changes: { city: 'Kendari' } },
    {},
  )
  const itemId = conflict.itemIds?.[0] ?? ''
  await ani.take('handOverItem', { itemId, toId: 'sari', note: 'Tolong' })
  hq.clock.advance(60_000)
  const far = await rina.take('noteOnTicket', { ticketId: 'nowhere', text: 'Menyusul' })
  await rina.take('decideItem', { itemId: far.itemIds?.[0] ?? '', decision: 'noted', note: 'Salah tiket' })

  const { out: all } = await desk.run('items', 'list')
  expect(all).toMatch(/conflict .*field_changed_by_other .*Petugas ani .*Petugas sari .*open/)
  expect(all).toMatch(/refused .*unknown_record .*Petugas rina .*noted by Petugas rina/)
  expect((await desk.run('items', 'list', '--open')).out).not.toContain('rina')
  expect((await desk.run('items', 'list', '--centre', 'mks')).out).not.toContain('conflict')

  const { out: shown } = await desk.run('items', 'show', itemId.slice(0, -2))
  expect(shown).toContain('wanted   “Kendari”')
  expect(shown).toMatch(/present {2}“Kolaka” \(Petugas sari, .* UTC, desk KDI2\)/)
  expect(shown).toMatch(/passed on {2}by Petugas ani to Petugas sari, .*: Tolong/)
  expect(shown).toContain('"kind": "changeContactDetails"')
  expect((await desk.run('items', 'show', far.itemIds?.[0] ?? '')).out).toMatch(
    /noted by Petugas rina, .*: Salah tiket/,
  )

  const file = desk.file('items.jsonl', '')
  expect(await desk.run('items', 'export', '--centre', 'KDI', '--open', '--out', file)).toMatchObject({
    exit: 0,
    out: expect.stringContaining('1 items') as string,
  })
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as Item).id)).toEqual([itemId])
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    operation: { steps: [{ payload: { changes: { city: 'Kendari' } } }] },
  })
  expect(statSync(file).mode & 0o077).toBe(0)
  await hq.app.close()
})

test('a wrong word is answered with a sentence and makes no file', async () => {
  await using desk = await hqDesk()
  const refusals: [string[], string][] = [
    [['items', 'show', 'x'], 'There is no item x.'],
    [['items', 'show'], '<id> is missing.'],
    [['items', 'list', '--centre', 'XYZ'], 'There is no centre XYZ.'],
    [['items', 'export'], '--out is missing.'],
  ]
  for (const [args, said] of refusals)
    expect([args, await desk.run(...args)]).toMatchObject([
      args,
      { exit: 1, err: expect.stringContaining(said) as string },
    ])
  const out = `${desk.file('x', '')}.jsonl`
  await desk.run('items', 'export', '--centre', 'XYZ', '--out', out)
  expect(existsSync(out)).toBe(false)
})
