import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { courierTo, withoutLine } from '#tests/sync/courier.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'
import { ticket } from '#tests/sync/work.ts'

const day = 86_400_000
const budi = { centreId: 'KDI', username: 'budi', seed: 2 } as const

const rev = async (desk: TestDesk, id: string) =>
  (await desk.inside().core.replica.customers.findOne(id).exec())?.rev

test('[J1][J3][J4] a centre works three days by courier alone', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await using colleague = await testDesk(hq, budi)
  const made: string[] = []
  for (let on = 0; on < 3; on++) {
    const { customerId } = await desk.must('registerCustomer', person(`Hari ${on}`, `+6281755501${on}0`))
    const { ticketId } = await desk.must('openTicket', { ...ticket, customerId })
    await desk.must('moveTicket', { ticketId, to: 'in_progress', note: 'Diteruskan' })
    made.push(customerId)
    // Meanwhile a colleague with a line works on what the courier brought yesterday.
    await settled(colleague)
    if (on > 0)
      await colleague.must('changeContactDetails', {
        customerId: made[on - 1] ?? '',
        changes: { city: `Kota ${on}` },
        base: {},
      })
    await settled(colleague)

    const work = await courier.work(desk)
    expect(await desk.ask('sync')).toMatchObject({ waiting: 3 })
    expect(await desk.ask('customer', customerId)).toMatchObject({ state: 'saved_here' })
    expect(desk.machine.entries).toHaveLength(3)
    expect(await desk.ask('courier')).toMatchObject({ lastExport: { operations: 3 } })

    const taken = await desk.must('importAnswer', { bytes: await courier.answer(work) })
    expect(taken).toMatchObject({ answered: 3, agreement: 'agreed' })
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true, link: 'down', openItems: 0 })
    expect(await desk.ask('customer', customerId)).toMatchObject({ state: 'at_headquarters', openTickets: 1 })
    expect(desk.machine.entries).toEqual([])
    expect(await desk.inside().core.replica.shadows.find().exec()).toEqual([])
    hq.clock.advance(day)
    desk.clock.pass(day)
  }
  expect(await desk.ask('customer', made[1] ?? '')).toMatchObject({ customer: { city: 'Kota 2' } })
  expect(await countAt(hq, 'customers')).toBe(3)
  expect(await countAt(hq, 'tickets')).toBe(3)
})

test('[J6] the same file twice, at headquarters and on the desk, changes nothing twice', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await registerMany(desk, 4)
  const work = await courier.work(desk)
  const answer = await courier.answer(work)
  const again = await courier.answer(work)
  expect(await countAt(hq, 'customers')).toBe(4)
  await desk.must('importAnswer', { bytes: answer })
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({ answered: 0, changes: 0 })
  expect(await desk.must('importAnswer', { bytes: again })).toMatchObject({ answered: 0, changes: 0 })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
})

test('[J6] the line was quicker than the file: headquarters answers what it answered, and the desk is ahead of it', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  const [first = ''] = await registerMany(desk, 2)
  const work = await courier.work(desk)
  const answer = await courier.answer(work)
  desk.line.restore()
  await settled(desk)
  await desk.must('changeContactDetails', { customerId: first, changes: { city: 'Raha' }, base: {} })
  await settled(desk)
  const before = await rev(desk, first)
  expect(await desk.run('importAnswer', { bytes: answer })).toEqual({ ok: false, problem: 'courier_old' })
  expect(await rev(desk, first)).toBe(before)
  expect(await desk.ask('customer', first)).toMatchObject({ customer: { city: 'Raha' } })
  expect(await countAt(hq, 'customers')).toBe(2)
  expect(await desk.ask('sync')).toMatchObject({ ready: true, waiting: 0 })
})

test('[J6] an answer that the line overtook brings only its results', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  // Headquarters stumbles over everything that comes by the line, so that the line only brings.
  const stumbles = { on: false }
  await using desk = await withoutLine(hq, { ...ani, faults: { poison: () => stumbles.on } })
  await using colleague = await testDesk(hq, budi)
  const [id = ''] = await registerMany(desk, 1)
  const answer = await courier.answer(await courier.work(desk))
  await settled(colleague)
  await colleague.must('changeContactDetails', { customerId: id, changes: { city: 'Raha' }, base: {} })
  await settled(colleague)
  stumbles.on = true
  desk.line.restore()
  await desk.sync()
  desk.line.cut()
  expect(await rev(desk, id)).toBe(2)
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({
    answered: 1,
    changes: 0,
    agreement: 'overtaken',
  })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0 })
  expect(await desk.ask('customer', id)).toMatchObject({
    customer: { city: 'Raha', rev: 2 },
    state: 'at_headquarters',
  })
})

test('[J6] an answer that begins before the desk’s place and ends after it is taken, and no record goes back', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await using colleague = await testDesk(hq, budi)
  const early = await courier.work(desk)
  const ids = await registerMany(colleague, 3)
  await settled(colleague)
  desk.line.restore()
  await settled(desk)
  desk.line.cut()
  await colleague.must('changeContactDetails', {
    customerId: ids[0] ?? '',
    changes: { city: 'Raha' },
    base: {},
  })
  await settled(colleague)
  const seen: (string | undefined)[] = []
  const answer = await courier.answer(early)
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({ agreement: 'agreed' })
  await desk.until('customer', [ids[0] ?? ''], (view) => (seen.push(view?.customer.city), true))
  expect(seen).toEqual(['Raha'])
})

test('[J6] answers in another order than their files', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await registerMany(desk, 2)
  const one = await courier.work(desk)
  await registerMany(desk, 2, 2)
  const two = await courier.work(desk)
  const answerTwo = await courier.answer(two)
  const answerOne = await courier.answer(one)
  expect(await countAt(hq, 'customers')).toBe(4)
  expect(await desk.must('importAnswer', { bytes: answerTwo })).toMatchObject({ answered: 4 })
  expect(await desk.must('importAnswer', { bytes: answerOne })).toMatchObject({ answered: 0, changes: 0 })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
})

test('[J6] an answer whose beginning is missing here is refused, and the next file asks from where the desk stands', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  const [id = ''] = await registerMany(desk, 2)
  await courier.trip(desk)
  await registerMany(desk, 1, 2)
  const answer = await courier.answer(await courier.work(desk))
  // A checkpoint that did not outlive a fault of the disk.
  const { checkpoints } = desk.inside()
  await checkpoints.forget('c:KDI')
  expect(await desk.run('importAnswer', { bytes: answer })).toEqual({ ok: false, problem: 'courier_gap' })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1 })
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  expect(await desk.ask('customer', id)).toMatchObject({ state: 'at_headquarters' })
})

test('[J6] a page that the line brought while its place was not stored yet does not go back to the file’s older state', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await using colleague = await testDesk(hq, budi)
  const ids = await registerMany(colleague, 2)
  await settled(colleague)
  const [first = '', second = ''] = ids
  const answer = await courier.answer(await courier.work(desk))
  for (const changes of [{ city: 'Raha' }, { email: 'orang@example.com' }]) {
    await colleague.must('changeContactDetails', { customerId: first, changes, base: {} })
    await settled(colleague)
  }
  const { core, checkpoints } = desk.inside()
  const move = checkpoints.move.bind(checkpoints)
  Object.assign(checkpoints, { move: () => Promise.reject(new Error('disk full')) })
  desk.line.restore()
  await desk.sync()
  desk.line.cut()
  Object.assign(checkpoints, { move })
  expect(await rev(desk, first)).toBe(3)
  await desk.must('changeContactDetails', { customerId: second, changes: { city: 'Raha' }, base: {} })

  const taken = await desk.must('importAnswer', { bytes: answer })
  expect(taken.agreement).toBe('differs')
  expect(await rev(desk, first)).toBe(3)
  expect(await desk.ask('customer', second)).toMatchObject({ customer: { city: 'Raha' } })
  expect(core.outbox.unsettled()).toHaveLength(1)
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
})
