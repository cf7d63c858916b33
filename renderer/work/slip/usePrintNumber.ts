import { useCallback } from 'react'
import { useLive } from '#renderer/data/useLive.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { useZone } from '#renderer/stores/zone.ts'
import { printSlip } from '#renderer/work/slip/print-slip.tsx'
import { queueSlip } from '#renderer/work/slip/queue-slip.ts'
import { formatOf } from '#renderer/words/format.ts'

/** Visitors are not asked for their language before they have a number. */
const language = 'id'

/**
 * Puts a number of the queue on paper, where this PC has a printer. Without one, and when it fails, the number on the screen
 * is as good: nobody waits for paper.
 */
export function usePrintNumber(): (number: string, service: string) => void {
  const services = useLive('services')
  const centre = useLive('desk')?.centre?.name ?? ''
  const zone = useZone((now) => now.zone)
  return useCallback(
    (number, service) => {
      if (useSettings.getState().slipPrinter === '') return
      const name = services?.find(({ code }) => code === service)?.label?.[language] ?? service
      const taken = { number, service: name, centre, at: Date.now() }
      void printSlip(queueSlip(taken, language, formatOf(language, zone)))
    },
    [services, centre, zone],
  )
}
