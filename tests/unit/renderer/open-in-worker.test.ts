import { expect, onTestFinished, test } from 'vitest'
import type { Machine } from '#renderer/data/machine.ts'
import { openInWorker } from '#renderer/data/worker/open-in-worker.ts'
import { talk } from '#renderer/data/worker/talk.ts'
import type { OfWindow } from '#renderer/data/worker/words.ts'

/** The window’s door before a worker that notes what it is asked and answers each question with its number. */
async function opened() {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  port1.start()
  port2.start()
  const heard: string[] = []
  const worker = talk<OfWindow>(port2, {
    open: async () => undefined,
    watch: (number: number, name: string) => {
      heard.push(`watch ${name}`)
      worker.tell('answer', number, [`answer ${number}`])
    },
    unwatch: (number: number) => void heard.push(`unwatch ${number}`),
    run: async () => undefined,
  })
  const door = await openInWorker(port1, {} as Machine, { origin: '', clientVersion: 'test', texts: {} })
  /** When the worker has heard all that was told before. */
  const caughtUp = () => door.run('lock', {})
  return { door, heard, caughtUp }
}

test('a question that one screen leaves and the next one takes over at once is not asked twice', async () => {
  const { door, heard, caughtUp } = await opened()
  const leave = door.watch('customer', ['siti'], () => undefined)
  await caughtUp()
  await new Promise((resolve) => setTimeout(resolve))
  leave()
  const seen: unknown[] = []
  const stop = door.watch('customer', ['siti'], (answer) => seen.push(answer))
  expect(seen).toEqual([['answer 1']])
  await caughtUp()
  expect(heard).toEqual(['watch customer'])
  stop()
  await caughtUp()
  expect(heard).toEqual(['watch customer', 'unwatch 1'])
})

test('[Q1] what is known is the answer of a question that is open, and nothing once nobody asks it any more', async () => {
  const { door, caughtUp } = await opened()
  expect(door.known?.('customer', ['siti'])).toBeUndefined()
  const stop = door.watch('customer', ['siti'], () => undefined)
  await caughtUp()
  await new Promise((resolve) => setTimeout(resolve))
  expect(door.known?.('customer', ['siti'])).toEqual(['answer 1'])
  expect(door.known?.('customer', ['budi'])).toBeUndefined()
  stop()
  await caughtUp()
  expect(door.known?.('customer', ['siti'])).toBeUndefined()
})
