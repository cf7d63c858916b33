import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { testDesk } from '#tests/sync/desk.ts'
import { faulty, json, within } from '#tests/sync/hazards/faulty.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'

const isPoison = ({ steps }: { steps: readonly { payload: Readonly<Record<string, unknown>> }[] }) =>
  steps.some(({ payload }) => String(payload['name']).startsWith('Racun'))

test('[U5][U9] (H14) of a hundred and twenty pieces of work all but the poison and what hangs on it are there after one round, pulls go on, and a mended headquarters needs nobody', async () => {
  const poisoned = { on: true }
  await using hq = await kendari()
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await using desk = await testDesk(hq, {
    ...ani,
    faults: { poison: (each) => poisoned.on && isPoison(each) },
  })
  desk.line.cut()
  await registerMany(desk, 10)
  const { customerId } = await desk.must('registerCustomer', person('Racun'))
  await desk.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })
  await desk.must('registerCustomer', person('Racun juga', '+628179999999'))
  await registerMany(desk, 110, 10)
  await registerMany(other, 1, 500)
  await settled(other)

  desk.line.restore()
  await desk.sync()
  expect(await countAt(hq, 'customers')).toBe(121)
  expect(await desk.until('search', ['Orang 500', 5], ({ hits }) => hits.length === 1)).toBeDefined()
  // Only beside work that goes through is it the work's own fault.
  await within(desk, 120, () => false)
  expect(await desk.ask('sync')).toMatchObject({ parked: 0, waiting: 3 })
  for (let more = 0; more < 4; more++) {
    await registerMany(desk, 1, 600 + more)
    await within(desk, 40, () => false)
  }
  expect(await desk.ask('sync')).toMatchObject({ parked: 2, waiting: 1 })

  poisoned.on = false
  const isDone = async () => {
    const { parked, waiting } = await desk.ask('sync')
    return parked === 0 && waiting === 0
  }
  expect(await within(desk, 60, isDone)).toBeDefined()
  expect(await countAt(hq, 'customers')).toBe(127)
  await settled(desk)
  expect(await desk.ask('customer', customerId)).toMatchObject({
    customer: { city: 'Kendari' },
    state: 'at_headquarters',
  })
})

test('[U3][U5] (H14) work that makes the whole request fail stands alone at once, and everything else goes through in the same round', async () => {
  await using hq = await kendari()
  const line = faulty(hq)
  await using desk = await testDesk(line.hq, ani)
  desk.line.cut()
  await registerMany(desk, 20)
  await desk.must('registerCustomer', person('Racun'))
  await registerMany(desk, 20, 20)
  line.fault = (_path, body) =>
    body?.includes('Racun') === true ? json(500, { code: 'internal' }) : undefined
  desk.line.restore()
  await desk.sync()
  expect(await countAt(hq, 'customers')).toBe(40)
  expect(await within(desk, 120, async () => (await desk.ask('sync')).parked === 1)).toBeDefined()
})

test('[U5] (H14) a fault that every piece of work meets parks none of them', async () => {
  const broken = { on: true }
  await using hq = await kendari()
  await using desk = await testDesk(hq, { ...ani, faults: { poison: () => broken.on } })
  await registerMany(desk, 5)
  await within(desk, 600, () => false)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 5, parked: 0 })
  broken.on = false
  expect(await within(desk, 60, async () => (await desk.ask('sync')).waiting === 0)).toBeDefined()
  expect(await countAt(hq, 'customers')).toBe(5)
})
