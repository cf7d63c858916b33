import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Link } from '#domain/sync/link.ts'
import { doorOf } from '#renderer/data/door.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'

/** Answers of these kinds take `ms` of the desk's clock on their way, as behind a satellite. */
function delayed(desk: TestDesk, ms: number, kinds: readonly ('send' | 'page')[]): void {
  const link = desk.line.link as { -readonly [K in 'send' | 'page']: (...args: never[]) => Promise<unknown> }
  for (const kind of kinds) {
    const real = link[kind] as (...args: unknown[]) => Promise<unknown>
    link[kind] = async (...args) => {
      const answer = await real(...args)
      if (ms > 0) await new Promise<void>((resolve) => void desk.clock.after(ms, resolve))
      return answer
    }
  }
}

/** Lets the clock run until the desk has nothing left. */
async function run(desk: TestDesk): Promise<void> {
  for (let seconds = 0; seconds < 600; seconds++) {
    for (let turns = 0; turns < 20; turns++) await new Promise<void>((resolve) => void setImmediate(resolve))
    desk.clock.pass(1_000)
    const { waiting, activity } = await desk.ask('sync')
    if (waiting === 0 && activity === 'idle' && (await noShadows(desk))) return
  }
  throw new Error('it never ends')
}

const noShadows = async (desk: TestDesk) =>
  (await desk.inside().core.replica.shadows.find().exec()).length === 0

for (const [name, ms, kinds] of [
  ['at once', 0, ['send', 'page']],
  ['the answer after 30 seconds', 30_000, ['send']],
  ['the page after 30 seconds', 30_000, ['page']],
  ['both after 30 seconds', 30_000, ['send', 'page']],
] as const) {
  test(`[D3] (H9) from saving until headquarters’ version is here no field goes back on its author’s screen: ${name}`, async () => {
    await using hq = await kendari()
    await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
    await using desk = await testDesk(hq, ani)
    const { customerId } = await desk.must('registerCustomer', person('Siti', '+628170000000'))
    await settled(desk)
    await settled(other)
    delayed(desk, ms, kinds)
    const shown: { phone?: string; city?: string; note?: string }[] = []
    const stop = doorOf(desk.inside()).watch('customer', [customerId], (view) => {
      const { phone, city, pinnedNote } = view?.customer ?? {}
      shown.push({
        ...(phone === undefined ? {} : { phone }),
        ...(city === undefined ? {} : { city }),
        ...(pinnedNote === undefined ? {} : { note: pinnedNote }),
      })
    })
    // Three quick edits of one field, each on the one before, a colleague's change of another field among them.
    const phones = ['+628170000000', '+628170000001', '+628170000002', '+628170000003']
    for (let edit = 1; edit < phones.length; edit++) {
      await desk.must('changeContactDetails', {
        customerId,
        changes: { phone: phones[edit] ?? '' },
        base: { phone: phones[edit - 1] ?? '' },
      })
      if (edit === 2) {
        await other.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })
        await settled(other)
      }
      desk.clock.pass(700)
    }
    await desk.must('amendCustomer', { customerId, changes: { pinnedNote: 'Penting' }, base: {} })
    await run(desk)
    await desk.until('customer', [customerId], (view) => view?.customer.city === 'Kendari')
    stop()

    const order = (each: (typeof shown)[number]) => phones.indexOf(each.phone ?? '')
    expect(shown.map(order)).toEqual(shown.map(order).toSorted((a, b) => a - b))
    expect(shown.map(order)).not.toContain(-1)
    for (const field of ['city', 'note'] as const) {
      const first = shown.findIndex((each) => each[field] !== undefined)
      expect(shown.slice(first).every((each) => each[field] !== undefined)).toBe(true)
    }
    expect(await desk.ask('items', 'open', 5)).toEqual([])
    expect(shown.at(-1)).toEqual({ phone: phones[3], city: 'Kendari', note: 'Penting' })
  })
}

test('[D3] (H9) what a colleague made of it after one’s own accepted change is shown with the page that brings it, and one’s own older value never again', async () => {
  await using hq = await kendari()
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  await settled(other)
  // The answer comes at once, the page only after the colleague has written too.
  const link = desk.line.link as { page: Link['page'] }
  const page = link.page
  link.page = async () => ({ ok: false, problem: { code: 'unreachable' } })
  await desk.must('amendCustomer', { customerId, changes: { pinnedNote: 'satu' }, base: {} })
  await desk.sync()
  await settled(other)
  await other.must('amendCustomer', {
    customerId,
    changes: { pinnedNote: 'dua' },
    base: { pinnedNote: 'satu' },
  })
  await settled(other)

  // The page of the centre comes, and then the line is gone again: the round ends before it can settle anything.
  link.page = (...args) =>
    args[1].startsWith('d:')
      ? Promise.resolve({ ok: false, problem: { code: 'unreachable' } })
      : page(...args)
  await desk.sync()
  expect(desk.inside().core.outbox.unsettled()).toHaveLength(1)
  expect(await desk.ask('customer', customerId)).toMatchObject({ customer: { pinnedNote: 'dua' } })
  link.page = page
  await settled(desk)
  expect(await desk.ask('customer', customerId)).toMatchObject({ customer: { pinnedNote: 'dua' } })
  expect(desk.inside().core.outbox.unsettled()).toEqual([])
})
