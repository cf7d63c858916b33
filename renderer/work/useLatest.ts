import { useState } from 'react'

/** The last answer that came, so that a list does not blink between two keystrokes. The user of it marks it as stale. */
export function useLatest<T>(answer: T | undefined): T | undefined {
  const [latest, setLatest] = useState(answer)
  if (answer !== undefined && answer !== latest) setLatest(answer)
  return answer ?? latest
}
