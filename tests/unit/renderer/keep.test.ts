// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { openKeep } from '#renderer/data/keep.ts'

/** What `localStorage` holds now. */
function texts(): [key: string, text: string][] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').map(
    (key) => [key, localStorage.getItem(key) ?? ''],
  )
}

test('what this PC keeps outlives each of its two stores, and the newer one counts', async () => {
  const first = await openKeep()
  first.set('enrolment', 'device 1')
  await first.stored()
  const late = texts()
  first.set('people', 'Rahmah')
  await first.stored()

  // A kill before Chromium wrote `localStorage`.
  localStorage.clear()
  for (const [key, text] of late) localStorage.setItem(key, text)
  const second = await openKeep()
  expect([second.get('enrolment'), second.get('people')]).toEqual(['device 1', 'Rahmah'])

  // A full disk, on which Chromium deletes every database.
  await Dexie.delete('loket-keep')
  const third = await openKeep()
  expect([third.get('enrolment'), third.get('people')]).toEqual(['device 1', 'Rahmah'])
})

test('[T1] with the database and localStorage both gone, the machine’s own file knows who this desk is', async () => {
  const kept = { text: undefined as string | undefined }
  const file = {
    read: async () => kept.text,
    write: async (text: string) => void (kept.text = text),
  }
  localStorage.clear()
  await Dexie.delete('loket-keep')
  const first = await openKeep(file)
  first.set('enrolment', 'device 3')
  await first.stored()

  localStorage.clear()
  await Dexie.delete('loket-keep')
  const second = await openKeep(file)
  expect(second.get('enrolment')).toBe('device 3')
  // Made whole again at once: the file may be the next to go.
  await second.stored()
  kept.text = '{ spoiled'
  localStorage.clear()
  expect((await openKeep(file)).get('enrolment')).toBe('device 3')
})

test('what a console of an older version kept is kept', async () => {
  localStorage.clear()
  await Dexie.delete('loket-keep')
  localStorage.setItem('loket:enrolment', 'device 2')
  expect((await openKeep()).get('enrolment')).toBe('device 2')
})

test('what is forgotten is gone from both stores, and what does not fit changes nothing', async () => {
  localStorage.clear()
  await Dexie.delete('loket-keep')
  const first = await openKeep()
  for (const key of ['enrolment', 'people', 'farewell']) first.set(key, `${key} 1`)
  const roomy = globalThis.localStorage
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  expect(() => first.set('farewell', 'too long')).toThrow('full')
  vi.stubGlobal('localStorage', roomy)
  expect(first.get('farewell')).toBe('farewell 1')
  first.forgetAllBut(['enrolment'])
  await first.stored()
  expect(texts().map(([key]) => key)).toEqual(['loket:enrolment', 'loket:writes'])
  localStorage.clear()
  const second = await openKeep()
  expect(['enrolment', 'people', 'farewell'].map((key) => second.get(key))).toEqual([
    'enrolment 1',
    undefined,
    undefined,
  ])
})
