import { deskShort } from '#domain/queue/number.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useSettings } from '#renderer/stores/settings.ts'

/** What this PC's counter is called; without a name of its own, the number of the desk. */
export function useCounter(): string {
  const named = useSettings((settings) => settings.counter.trim())
  const desk = useLive('desk')
  return named === '' ? deskShort(desk?.device?.label ?? '', desk?.centre?.id ?? '').slice(0, 20) : named
}
