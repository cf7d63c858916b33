import { expect, test } from 'vitest'
import { packLine } from '#renderer/search/pack-line.ts'
import { createSearchIndex } from '#renderer/search/search-index.ts'
import { index } from '#renderer/search/fill-index.ts'
import { seeded } from '#tests/sync/seeded.ts'
import type { Customer } from '#domain/customer/customer.ts'

function filled() {
  const search = createSearchIndex()
  const siti = {
    id: 'c1',
    name: 'Siti Rahmawati',
    code: 'C-KDI-000123',
    phone: '+628171234567',
    nikLast4: '0042',
  } as Customer
  index(search, { collection: 'customers', id: 'c1', record: siti })
  index(search, {
    collection: 'customers',
    id: 'c2',
    record: {
      ...siti,
      id: 'c2',
      name: 'Désirée Rahma',
      phone: '+628199999999',
      nikLast4: '0007',
      code: 'C-KDI-000777',
    },
  })
  index(search, {
    collection: 'subscriptions',
    id: 's1',
    record: { id: 's1', customerId: 'c2', msisdn: '+628782345678' } as never,
  })
  index(search, {
    collection: 'tickets',
    id: 't1',
    record: { id: 't1', code: 'T-KDI1-2611-0042', subject: 'Kuota tidak masuk' } as never,
  })
  return search
}

const found = (text: string) =>
  filled()
    .find(text, 10)
    .targets.map((target) => target.id)

test('a number is found however it is written, and by its last digits', () => {
  for (const written of ['08171234567', '0817 1234 567', '+62817-1234567', '62817123', '4567'])
    expect(found(written)).toContain('c1')
  expect(found('0878 2345')).toEqual(['c2'])
})

test('a number that ends with the digits stands before one that only holds them', () => {
  const search = createSearchIndex()
  for (const [id, number] of [
    ['holds', '817343001'],
    ['ends', '817001343'],
  ] as const)
    search.put('customers', packLine({ id, words: 'Budi', digits: [number] }))
  expect(search.find('343', 10).targets.map((target) => target.id)).toEqual(['ends', 'holds'])
})

test('names are found by any part, in any order, without accents', () => {
  expect(found('rahma')).toEqual(['c1', 'c2'])
  expect(found('rahma siti')).toEqual(['c1'])
  expect(found('desiree')).toEqual(['c2'])
  expect(found('awati')).toEqual(['c1'])
})

test('one name is found however it is spelt: doubled letters, accents, the old spelling, and all of Muhammad', () => {
  const search = createSearchIndex()
  const names = [
    'Mohammad Nasir',
    'Moh. Yusuf',
    'Muhammad Ali',
    'Mochamad Soeharto',
    'Annisa Tjandra',
    'José Muhtar',
  ]
  for (const [n, words] of names.entries()) search.put('customers', packLine({ id: String(n), words }))
  const idsOf = (text: string) => search.find(text, 10).targets.map(({ id }) => Number(id))
  for (const written of ['muhammad', 'Mohamad', 'moh', 'Muh.', 'MOCHAMMAD', 'mhd', 'Mohamed', 'muham'])
    expect(idsOf(written), written).toEqual(expect.arrayContaining([0, 1, 2, 3]))
  expect(idsOf('ohammad')).toContain(0)
  expect(idsOf('muh')).toContain(5)
  expect(idsOf('yusuf muhammad')).toEqual([1])
  expect(idsOf('suharto')).toEqual([3])
  expect(idsOf('anisa candra')).toEqual([4])
  expect(idsOf('jose')).toEqual([5])
})

test('a ticket is found by its code, whole or by its end', () => {
  expect(found('T-KDI1-2611-0042')).toEqual(['t1'])
  expect(found('2611-0042')).toEqual(['t1'])
})

test('a line that is put again replaces the old one, however often, and every line is still found', () => {
  const search = createSearchIndex()
  const idOf = (n: number) => `018f3b2a-0000-7000-8000-${String(n).padStart(12, '0')}`
  for (let round = 0; round < 9; round++)
    for (let n = 0; n < 2000; n++)
      search.put('customers', packLine({ id: idOf(n), words: `runde${round} nomor${n}x` }))
  search.put('subscriptions', packLine({ id: idOf(7), digits: ['817000111'], target: idOf(8) }))
  expect(search.customers()).toBe(2000)
  expect(search.find('runde7', 10).targets).toEqual([])
  expect(search.find('runde8', 10)).toMatchObject({ more: true })
  for (const n of [0, 999, 1999])
    expect(search.find(`nomor${n}x`, 10).targets).toEqual([{ kind: 'customer', id: idOf(n) }])
  expect(search.find('000111', 10).targets).toEqual([{ kind: 'customer', id: idOf(8) }])
  search.remove('customers', idOf(999))
  search.remove('customers', idOf(999))
  expect(search.customers()).toBe(1999)
  expect(search.find('nomor999x', 10).targets).toEqual([])
})

test.each([1, 2, 3, 4])(
  'in whatever order lines come, change and go, each is found as it is now, and once (seed %d)',
  (seed) => {
    const random = seeded(seed)
    const search = createSearchIndex()
    const now = new Map<number, { words: string; target: string }>()
    // UUIDs and other ids stand among each other.
    const idOf = (n: number) =>
      n % 3 === 0
        ? `018f${n}`
        : `018f${String(n * 7919).slice(-4)}-0000-7000-8000-${String(n).padStart(12, '0')}`
    for (let round = 0; round < 6000; round++) {
      const n = Math.floor(random() * 700)
      if (random() < 0.3) {
        search.remove('customers', idOf(n))
        now.delete(n)
        continue
      }
      const words = `nomor${n}x runde${round % 9}x ${'panjang '.repeat(random() * random() * 90)}`
      const target = random() < 0.2 ? idOf(Math.floor(random() * 700)) : idOf(n)
      search.put('customers', packLine({ id: idOf(n), words, target }))
      now.set(n, { words, target })
    }
    expect(search.customers()).toBe(now.size)
    for (let n = 0; n < 700; n++) {
      const line = now.get(n)
      const targets = line === undefined ? [] : [{ kind: 'customer', id: line.target }]
      expect(search.find(`nomor${n}x`, 10), String(n)).toEqual({ targets, more: false })
    }
    for (let round = 0; round < 9; round++) {
      const targets = [...now.values()].filter(({ words }) => words.includes(`runde${round}x`))
      const found = search.find(`runde${round}x`, 1000).targets.map(({ id }) => id)
      expect(found.toSorted()).toEqual([...new Set(targets.map(({ target }) => target))].toSorted())
    }
  },
)

test('nothing is found for nothing, and a removed line is gone', () => {
  expect(found('   ')).toEqual([])
  const search = filled()
  index(search, { collection: 'customers', id: 'c1' })
  expect(search.find('siti', 10).targets).toEqual([])
})
