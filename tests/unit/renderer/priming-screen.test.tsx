// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PrimingScreen } from '#renderer/screens/enrol/PrimingScreen.tsx'
import { frame } from '#renderer/words/id/frame.ts'
import { mount } from '#tests/unit/renderer/mounted.tsx'
import { openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const minute = 60_000
const begin = { stage: 'running', usable: false, parts: [] } as const

test('who waits for a new desk reads about how long, rounded up, and nothing while nobody knows', async () => {
  const said = [
    [4_000, '10 detik'],
    [41_000, '50 detik'],
    [minute, '1 menit'],
    [2.1 * minute, '3 menit'],
    [59 * minute, '59 menit'],
    [61 * minute, '2 jam'],
  ] as const
  for (const [usableIn, span] of said) {
    const { page, leave } = await mount(world.door, <PrimingScreen priming={{ ...begin, usableIn }} />)
    expect(page.textContent, span).toContain(frame.priming.usableIn(span))
    await leave()
  }
  const { page } = await mount(world.door, <PrimingScreen priming={begin} />)
  expect(page.textContent).not.toContain(frame.priming.usableIn('').slice(0, 9))
})
