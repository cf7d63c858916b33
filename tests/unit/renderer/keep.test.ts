// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
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

test('what a console of an older version kept is kept', async () => {
  localStorage.clear()
  await Dexie.delete('loket-keep')
  localStorage.setItem('loket:enrolment', 'device 2')
  expect((await openKeep()).get('enrolment')).toBe('device 2')
})
