import { expect, test } from 'vitest'
import { keyIds, keymap, type KeyId, type KeyScope } from '#renderer/stores/keymap.ts'

const everywhere: readonly KeyScope[] = ['everywhere', 'areas', 'contact']
/** The number of a visitor stands in the contact's panel, and F2 is heard everywhere. */
const inPanel: readonly KeyId[] = ['callNext', 'recallNumber', 'noShow', 'transferNumber']
const isBesideAll = (id: KeyId) => everywhere.includes(keymap[id].scope) || inPanel.includes(id)

/** Two screens are never on screen at once, so they may share a key; what stands beside every screen shares none. */
test('no key stands for two things that are on screen together', () => {
  const met = keyIds.flatMap((one, place) =>
    keyIds
      .slice(place + 1)
      .filter((other) => isBesideAll(one) || isBesideAll(other) || keymap[one].scope === keymap[other].scope)
      .flatMap((other) => keymap[one].keys.map((key) => ({ key, one, other })))
      .filter(({ key, other }) => (keymap[other].keys as readonly string[]).includes(key)),
  )
  expect(met).toEqual([])
})
