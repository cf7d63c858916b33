import { useCallback, useEffect, useRef, useState } from 'react'
import type { SlipFacts } from '#renderer/data/contract-slips.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { printSlip, type SlipPrinted } from '#renderer/work/slip/print-slip.tsx'
import { workSlip } from '#renderer/work/slip/work-slip.ts'
import { formatOf } from '#renderer/words/format.ts'
import { useZone } from '#renderer/stores/zone.ts'
import { catalogues, useWords } from '#renderer/words/words.ts'

const onPaper: readonly SlipPrinted[] = ['printed', 'saved', 'shown']

/** Where a copy is written down. */
function toldOf({ copy, ticket, orders: [order], payment }: SlipFacts) {
  if (!copy) return {}
  if (payment !== undefined) return { orderId: payment.id, copyNote: catalogues.id.payments.copyNote }
  const { copyNote } = catalogues.id.slip
  if (ticket !== undefined) return { ticketId: ticket.id, copyNote }
  return order === undefined ? {} : { orderId: order.id, copyNote }
}

/** Prints the slip of saved work and remembers it, so that the next one is a copy. */
export function usePrintSlip(facts: SlipFacts | null | undefined) {
  const { slip } = useWords()
  const note = useCommand('noteSlip')
  const zone = useZone((now) => now.zone)
  const [printing, setPrinting] = useState(false)
  const [came, setCame] = useState<SlipPrinted>()
  const waiting = useRef(false)
  const print = useCallback(async () => {
    // A key that comes before the records waits for them.
    waiting.current = facts === undefined
    if (facts === undefined || facts === null || printing) return
    setPrinting(true)
    const outcome = await printSlip(workSlip(facts, formatOf(facts.language, zone), Date.now()))
    if (onPaper.includes(outcome)) await note({ id: facts.id, ...toldOf(facts) })
    setPrinting(false)
    setCame(outcome)
    announce(slip[outcome])
  }, [facts, note, printing, slip, zone])
  useEffect(() => {
    if (waiting.current && facts !== undefined) void print()
  }, [facts, print])
  return { print, printing, came }
}
