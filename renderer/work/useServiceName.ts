import { useLive } from '#renderer/data/useLive.ts'
import { useSettings } from '#renderer/stores/settings.ts'

/** What a service of the queue is called in the chosen language. */
export function useServiceName(): (code: string) => string {
  const services = useLive('everyService')
  const language = useSettings((settings) => settings.language)
  return (code) => services?.find((one) => one.code === code)?.label?.[language] ?? code
}
