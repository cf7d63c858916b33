// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import type { Door } from '#renderer/data/door.ts'
import { DoorContext, useLive } from '#renderer/data/useLive.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** A door whose answers come when the test says so. */
function slowDoor() {
  const listeners = new Map<string, (answer: never) => void>()
  const door: Door = {
    watch(_name, args, onAnswer) {
      const key = String(args[0])
      listeners.set(key, onAnswer)
      return () => void listeners.delete(key)
    },
    run: () => Promise.reject(new Error('nobody runs a command here')),
  }
  return {
    door,
    answer: (key: string, value: unknown) => listeners.get(key)?.(value as never),
    asked: () => [...listeners.keys()],
  }
}

function Draft({ name, seen }: { name: string; seen: string[] }) {
  seen.push(`${name}:${String(useLive('draft', name))}`)
  return null
}

test('[Q1] the moment another question is asked, the answer to the last one is gone', async () => {
  const { door, answer, asked } = slowDoor()
  const seen: string[] = []
  const root = createRoot(document.createElement('div'))
  const show = (name: string) =>
    act(async () =>
      root.render(
        <DoorContext value={door}>
          <Draft name={name} seen={seen} />
        </DoorContext>,
      ),
    )
  await show('siti')
  await act(async () => answer('siti', 'milik Siti'))
  await show('budi')
  expect(seen).toEqual(['siti:undefined', 'siti:milik Siti', 'budi:undefined'])
  await act(async () => answer('budi', 'milik Budi'))
  expect(seen.at(-1)).toBe('budi:milik Budi')
  expect(asked()).toEqual(['budi'])
  await act(async () => root.unmount())
  expect(asked()).toEqual([])
})

test('what is known already stands in the first drawing, and hearing it again draws nothing', async () => {
  const seen: string[] = []
  const door: Door = {
    watch: (_name, _args, onAnswer) => {
      onAnswer('milik Siti' as never)
      return () => undefined
    },
    known: () => 'milik Siti' as never,
    run: () => Promise.reject(new Error('nobody runs a command here')),
  }
  const root = createRoot(document.createElement('div'))
  await act(async () =>
    root.render(
      <DoorContext value={door}>
        <Draft name="siti" seen={seen} />
      </DoorContext>,
    ),
  )
  expect(seen).toEqual(['siti:milik Siti'])
  await act(async () => root.unmount())
})
