import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { password } from '#tests/server/headquarters.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, settled } from '#tests/sync/kendari.ts'

test('open tickets are read soon after a sign-in, not in its first moment, and let go when nobody is there', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { core } = desk.inside()
  await settled(desk)
  const read = vi.spyOn(core.replica.tickets, 'find')
  const reads = () =>
    read.mock.calls.filter(([asked]) => JSON.stringify(asked).includes('"stage":"open"')).length
  const spend = (ms: number) => desk.clock.pass(ms)
  spend(5_000)
  const before = reads()
  await desk.must('lock', {})
  await desk.must('signIn', { username: 'ani', password })
  spend(1_500)
  expect(reads()).toBe(before)
  spend(1_000)
  expect(reads()).toBe(before + 1)
  await desk.must('lock', {})
  spend(60_000)
  expect(reads()).toBe(before + 1)
})
