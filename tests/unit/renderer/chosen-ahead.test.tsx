// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { SearchHit } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'
import { DoorContext } from '#renderer/data/useLive.ts'
import { ChosenAhead } from '#renderer/screens/search/ChosenAhead.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const hitOf = (customerId: string) => ({ kind: 'customer', customerId }) as SearchHit

test('whoever goes through the hits asks nothing; who stays with one asks for all of that customer, and for nobody else', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const open = new Set<string>()
  const door: Door = {
    watch: (name, args) => {
      const question = `${name} ${String(args[0])}`
      open.add(question)
      return () => open.delete(question)
    },
    run: () => Promise.reject(new Error('nobody runs a command here')),
  }
  const root = createRoot(document.createElement('div'))
  const choose = (hit: SearchHit | undefined) =>
    act(async () =>
      root.render(
        <DoorContext value={door}>
          <ChosenAhead hit={hit} />
        </DoorContext>,
      ),
    )
  const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms))
  for (const customerId of ['siti', 'budi', 'made']) {
    await choose(hitOf(customerId))
    await pass(90)
  }
  expect([...open]).toEqual([])
  await pass(20)
  expect([...open]).toContain('customer made')
  expect([...open]).toContain('timelineOf made')
  expect([...open].filter((question) => !question.includes('made'))).toEqual([])
  await choose(hitOf('siti'))
  expect([...open]).toEqual([])
  await act(async () => root.unmount())
})
