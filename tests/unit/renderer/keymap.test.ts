import { expect, test } from 'vitest'
import { keymap } from '#renderer/stores/keymap.ts'

/** A contact runs beside every screen, so the keys of all of them may be listened to at once. */
test('no key stands for two things', () => {
  const all = Object.values(keymap).flatMap(({ keys }): readonly string[] => keys)
  expect(all.filter((key, place) => all.indexOf(key) !== place)).toEqual([])
})
