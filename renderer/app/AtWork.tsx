import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx'
import { Shell } from '#renderer/app/Shell.tsx'
import type { DeskView } from '#renderer/data/contract.ts'
import { KioskScreen } from '#renderer/screens/kiosk/KioskScreen.tsx'
import { WaitingRoomScreen } from '#renderer/screens/waiting-room/WaitingRoomScreen.tsx'
import { useWorkspace } from '#renderer/stores/workspace.ts'

/** The console, or one of the pages for visitors: those have nothing of the console around them, no key and no lock by time. */
export function AtWork({ desk }: { readonly desk: DeskView }) {
  const at = useWorkspace((now) => now.place.at)
  if (at !== 'kiosk' && at !== 'waiting_room') return <Shell desk={desk} />
  return <ErrorBoundary>{at === 'kiosk' ? <KioskScreen /> : <WaitingRoomScreen />}</ErrorBoundary>
}
