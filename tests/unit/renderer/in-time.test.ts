import { expect, test } from 'vitest'
import { inTime } from '#renderer/data/in-time.ts'
import { FakeClock } from '#tests/sync/clock.ts'

test('[T3] a store that never opens is given up after half a minute, by its name', async () => {
  const clock = new FakeClock()
  const opening = inTime(clock, 'the replica', new Promise(() => undefined))
  clock.pass(29_000)
  clock.pass(2_000)
  await expect(opening).rejects.toThrow('the replica does not open')
})

test('[T3] a store that opens, or says why it does not, is not waited for any longer', async () => {
  const clock = new FakeClock()
  expect(await inTime(clock, 'the replica', Promise.resolve('open'))).toBe('open')
  await expect(inTime(clock, 'the replica', Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  clock.pass(60_000)
})
