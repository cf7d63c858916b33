import { VisuallyHidden } from '@mantine/core'

const place = 'announcements'

/** Stands once in the console; screen readers read out what `announce` puts there. */
export function Announcements() {
  return <VisuallyHidden id={place} role="status" aria-live="polite" aria-atomic="true" />
}

/** Says a sentence to people who listen to the screen: at thresholds and results, never each second. */
export function announce(sentence: string): void {
  const region = document.getElementById(place)
  if (region === null) return
  // The same sentence twice is only read twice when the text changes in between.
  region.textContent = region.textContent === sentence ? `${sentence}\u00A0` : sentence
}
