import { areasOf } from '#renderer/app/areas.ts'
import { palette } from '#renderer/app/palette-store.ts'
import type { DeskView } from '#renderer/data/contract.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { useKeys, type Handlers } from '#renderer/stores/keys.ts'
import { back, go } from '#renderer/stores/workspace.ts'

/** The keys that work on every screen. */
export function useShellKeys(desk: DeskView, openHelp: () => void): void {
  const lock = useCommand('lock')
  const syncNow = useCommand('syncNow')
  const toArea: Handlers = Object.fromEntries(
    areasOf(desk.person?.role).map((area) => [area.key, () => go(area.place)]),
  )
  useKeys({
    ...toArea,
    palette: palette.open,
    search: () => go({ at: 'search', text: '' }),
    registerCustomer: () => go({ at: 'register', text: '' }),
    help: openHelp,
    back,
    lock: () => void lock({}),
    syncNow: () => void syncNow({}),
    // The browser must not save the page when there is nothing to commit.
    commit: () => {},
  })
}
