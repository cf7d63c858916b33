import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Link } from '#domain/sync/link.ts'
import { doorOf } from '#renderer/data/door.ts'
import { customer } from '#tests/server/payloads.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, kendari } from '#tests/sync/kendari.ts'

/** Each part of the snapshot takes as long as a line of so many records a second takes for it. */
function slowedTo(desk: TestDesk, perSecond: () => number): void {
  const line: Link = { ...desk.line.link }
  Object.assign(desk.line.link, {
    async snapshotPart(...asked: Parameters<Link['snapshotPart']>): ReturnType<Link['snapshotPart']> {
      const answer = await line.snapshotPart(...asked)
      if (answer.ok) desk.clock.pass((answer.value.records.length / perSecond()) * 1000)
      return answer
    },
  })
}

test('a new desk tells when work can begin, and is right again soon after its line has become four times slower', async () => {
  await using hq = await kendari()
  const many = 2000
  const customers = Array.from({ length: many }, (_, n) => ({
    collection: 'customers' as const,
    record: customer(`c${String(n).padStart(5, '0')}`, 'KDI'),
  }))
  await hq.write(customers, 'c:KDI')
  const line = { up: false }
  await using desk = await testDesk(hq, {
    ...ani,
    faults: {
      before: (path) => {
        if (path.startsWith('/v1/snapshot') && !line.up) throw new Error('the line is cut')
      },
    },
  })
  const state = { done: 0, slowedAt: 0, usableAt: 0 }
  slowedTo(desk, () => (state.done < many / 2 ? 20 : 5))
  const told: { readonly at: number; readonly usableIn: number | undefined }[] = []
  doorOf(desk.inside()).watch('priming', [], ({ stage, usable, usableIn, parts }) => {
    const done = parts.find(({ collection }) => collection === 'customers')?.done ?? 0
    const at = desk.clock.now()
    // Nobody knows how long a line stays away.
    if (stage === 'waiting' || usable) expect(usableIn).toBeUndefined()
    else if (done > state.done) told.push({ at, usableIn })
    state.done = done
    if (done <= many / 2) state.slowedAt = at
    if (usable && state.usableAt === 0) state.usableAt = at
  })
  line.up = true
  await desk.sync()
  expect(state.usableAt - state.slowedAt).toBeGreaterThan(150_000)

  const isFarOff = ({ at, usableIn = 0 }: (typeof told)[number]) =>
    Math.abs(usableIn - (state.usableAt - at)) > 0.25 * (state.usableAt - at) + 10_000
  // Before, it could not know of the second half; from a part and half a minute after, it does.
  const later = told.filter(({ at }) => at > state.slowedAt + 60_000)
  expect(later.length).toBeGreaterThan(5)
  expect(later.filter(isFarOff)).toEqual([])
  const [first] = told
  expect(first?.usableIn).toBeGreaterThan(60_000)
  expect(first?.usableIn).toBeLessThan(130_000)
})
