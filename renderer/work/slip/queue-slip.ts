import type { Language } from '#renderer/stores/settings.ts'
import type { SlipContent } from '#renderer/work/slip/slip-content.ts'
import type { Format } from '#renderer/words/format.ts'
import { catalogues } from '#renderer/words/words.ts'

interface QueueSlip {
  readonly number: string
  /** What the customer waits for, in words. */
  readonly service: string
  readonly centre: string
  readonly at: number
}

/** The slip of a number in the queue. It has no square: the number is only good today and on the screen. */
export function queueSlip(taken: QueueSlip, language: Language, format: Format): SlipContent {
  const { paper } = catalogues[language].slip
  return {
    language,
    centre: taken.centre,
    time: format.dateTime(taken.at),
    title: paper.queueTitle,
    code: taken.number,
    codeLabel: taken.service,
    parts: [{ lines: [paper.queueWait, paper.queueLater] }],
    foot: [],
  }
}
