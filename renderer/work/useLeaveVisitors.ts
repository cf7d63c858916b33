import { useCommand } from '#renderer/data/useLive.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { startOver } from '#renderer/stores/workspace.ts'

/** A page for visitors is left through the lock alone: behind it stands the password, and behind that the desk. */
export function useLeaveVisitors(): () => void {
  const lock = useCommand('lock')
  // First the lock: the console must not be seen in between.
  const leave = () => void lock({}).then(startOver)
  useKeys({ lock: leave })
  return leave
}
