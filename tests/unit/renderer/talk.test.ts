import { expect, test } from 'vitest'
import { keepCopy } from '#renderer/data/worker/keep-copy.ts'
import { talk, type Port } from '#renderer/data/worker/talk.ts'
import type { OfWindow } from '#renderer/data/worker/words.ts'

function ends(): { readonly one: Port; readonly other: Port; readonly close: () => void } {
  const { port1: one, port2: other } = new MessageChannel()
  one.start()
  other.start()
  return { one, other, close: () => one.close() }
}

type Echo = {
  say(word: string): string
  fail(): never
  give(): unknown
}

test('an answer comes to whoever asked, an error as an error, and what cannot be cloned as one', async () => {
  const { one, other, close } = ends()
  talk(other, {
    say: (word: string) => `${word}!`,
    fail: () => {
      throw new RangeError('too far')
    },
    give: () => () => 'a function',
  })
  const { ask } = talk<Echo>(one, {})
  expect(await Promise.all([ask('say', 'one'), ask('say', 'two')])).toEqual(['one!', 'two!'])
  await expect(ask('fail')).rejects.toThrow(new RangeError('too far'))
  await expect(ask('give')).rejects.toThrow('could not be cloned')
  close()
})

test('what is told and asked is heard in the order in which it was said', async () => {
  const { one, other, close } = ends()
  const heard: string[] = []
  talk(other, { say: (word: string) => heard.push(word) })
  const { ask, tell } = talk<Echo>(one, {})
  tell('say', 'first')
  const second = ask('say', 'second')
  tell('say', 'third')
  await second
  await ask('say', 'last')
  expect(heard).toEqual(['first', 'second', 'third', 'last'])
  close()
})

test('what a window tells goes out before anything else that waits for its thread', async () => {
  const posted: unknown[] = []
  const port: Port = { postMessage: (message) => posted.push(message), addEventListener: () => undefined }
  const { tell } = talk<Echo>(port, {}, queueMicrotask)
  tell('say', 'one')
  tell('say', 'two')
  expect(posted).toEqual([])
  await Promise.resolve()
  expect(posted).toEqual([
    [
      { name: 'say', given: ['one'] },
      { name: 'say', given: ['two'] },
    ],
  ])
})

test('[T1] what the window cannot keep is said by the next `stored`, and what is too long is refused at once', async () => {
  const { one, other, close } = ends()
  const kept = new Map<string, string>()
  const refusing = { now: true }
  talk(other, {
    keep: (key: string, text: string) => {
      if (refusing.now) throw new Error('quota exceeded')
      kept.set(key, text)
    },
    stored: async () => undefined,
  })
  const keep = keepCopy({ enrolment: 'device 1' }, talk<OfWindow>(one, {}))
  expect(keep.get('enrolment')).toBe('device 1')
  keep.set('people', 'Rahmah')
  await expect(keep.stored()).rejects.toThrow('quota exceeded')
  refusing.now = false
  keep.set('people', 'Astawa')
  await keep.stored()
  expect(Object.fromEntries(kept)).toEqual({ people: 'Astawa' })
  expect(() => keep.set('farewell', 'x'.repeat(5_000_000))).toThrow('too long')
  expect(keep.get('farewell')).toBeUndefined()
  close()
})
