// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Door } from '#renderer/data/door.ts'
import { CustomerScreen } from '#renderer/screens/customer/CustomerScreen.tsx'
import { QueueScreen } from '#renderer/screens/queue/QueueScreen.tsx'
import { orders } from '#renderer/words/id/orders.ts'
import { queue } from '#renderer/words/id/queue.ts'
import { work } from '#renderer/words/id/work.ts'
import { hit, mount } from '#tests/unit/renderer/mounted.tsx'
import { customerId, openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

/** The screen stands; then keys come one after another, and nobody waits for anything. */
async function press(screen: ReactNode, isThere: string, keys: readonly string[]): Promise<void> {
  await mount(world.door, screen, true)
  await soon(() => expect(document.body.textContent).toContain(isThere))
  // Nothing that waits for a moment has its moment before all keys are there.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  })
  onTestFinished(() => void vi.useRealTimers())
  for (const key of keys) await act(async () => hit(key))
}
const soon = (look: () => void) =>
  vi.waitFor(async () => {
    await act(async () => undefined)
    look()
  })
/** Time goes on, one timer after another, until it is so. */
async function inTime(look: () => void): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    await act(async () => void vi.advanceTimersToNextTimer())
    try {
      return look()
    } catch (fault) {
      if (left === 1) throw fault
    }
  }
}
test('letters that come before the customer is on screen are its keys, and those behind them the dialog’s', async () => {
  const late: (() => void)[] = []
  // As over a worker: the answer comes a moment after the screen.
  const door: Door = {
    ...world.door,
    watch: (name, args, tell) =>
      world.door.watch(name, args, (answer) => {
        if (name === 'customer') late.push(() => tell(answer))
        else tell(answer)
      }),
  }
  await mount(door, <CustomerScreen customerId={customerId} />, true)
  expect(document.body.textContent).not.toContain(work.customer.openTicket)
  for (const key of ['t', ...letters('kuo')]) await act(async () => hit(key))
  await act(async () => late.forEach((tellNow) => tellNow()))
  await soon(() => expect(focused().value).toBe('kuo'))
})

test('what is typed into a field while a customer is read is that field’s at once', async () => {
  const silent: Door = {
    ...world.door,
    watch: (name, args, tell) => (name === 'customer' ? () => undefined : world.door.watch(name, args, tell)),
  }
  await mount(
    silent,
    <>
      <input data-autofocus />
      <CustomerScreen customerId={customerId} />
    </>,
  )
  const heard: string[] = []
  const field = document.querySelector('input')
  field?.addEventListener('keydown', ({ key }) => heard.push(key))
  field?.focus()
  for (const key of letters('ya')) await act(async () => hit(key))
  expect(heard).toEqual(['y', 'a'])
})

const letters = (text: string) => text.split('')
const focused = () => document.activeElement as HTMLInputElement

test('letters right behind the key that opens a ticket are in the field of its reason', async () => {
  await press(<CustomerScreen customerId={customerId} />, work.customer.openTicket, ['t', ...letters('kuo')])
  await inTime(() => expect(focused().value).toBe('kuo'))
})

test('Tab and words right behind it go on in the next field', async () => {
  const keys = ['t', ...letters('sinyal'), 'Tab', ...letters('Mati')]
  await press(<CustomerScreen customerId={customerId} />, work.customer.openTicket, keys)
  await inTime(() => expect(focused().value).toBe('Mati'))
  expect(focused().hasAttribute('data-autofocus')).toBe(false)
})

test('letters right behind the key that opens an order are in the field of the wish', async () => {
  await press(<CustomerScreen customerId={customerId} />, orders.open, ['o', ...letters('ganti')])
  await inTime(() => expect(focused().value).toBe('ganti'))
})

test('letters right behind the key that moves a customer are in the field of the centre', async () => {
  await press(<CustomerScreen customerId={customerId} />, work.customer.openTicket, ['p', ...letters('ken')])
  await inTime(() => expect(focused().value).toBe('ken'))
})

test('a digit right behind the key that gives a number gives it', async () => {
  await press(<QueueScreen />, queue.title, ['g', '1'])
  await inTime(() => expect(document.body.textContent).toContain(queue.givenHint))
})
