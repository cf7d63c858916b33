import { useEffect, useState } from 'react'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useAhead } from '#renderer/data/useLive.ts'
import { customerQuestions } from '#renderer/work/customer-questions.ts'

/** ms. Nobody who goes on typing, or through the hits, stays with one for so long. */
const look = 100

/** Asks for the customer on whom the agent's eye rests, so that Enter finds them here. Draws nothing, as the hits need not be drawn anew. */
export function ChosenAhead({ hit }: { readonly hit: SearchHit | undefined }) {
  const customerId = hit?.kind === 'customer' ? hit.customerId : undefined
  const [looked, setLooked] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setLooked(customerId), look)
    return () => clearTimeout(timer)
  }, [customerId])
  useAhead(looked === undefined || looked !== customerId ? [] : customerQuestions(looked))
  return null
}
