import type { Language } from '#renderer/stores/settings.ts'
import type { SlipContent } from '#renderer/work/slip/slip-content.ts'
import type { Format } from '#renderer/words/format.ts'
import { catalogues } from '#renderer/words/words.ts'

/** Shows whether paper and printer fit; nobody's work stands on it. */
export function testSlip(
  { centre, at }: { readonly centre: string; readonly at: number },
  language: Language,
  format: Format,
): SlipContent {
  const { paper } = catalogues[language].slip
  return {
    language,
    centre,
    time: format.dateTime(at),
    title: paper.testTitle,
    code: paper.testCode,
    qr: paper.testCode,
    parts: [{ heading: paper.testPart, lines: [paper.testText] }],
    foot: [],
  }
}
