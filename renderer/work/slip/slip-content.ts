import type { Language } from '#renderer/stores/settings.ts'

/** What stands on a slip, all of it in words: the paper knows no telecom. */
export interface SlipContent {
  /** `id` or `en`, for whoever reads the PDF aloud. */
  readonly language: Language
  readonly centre: string
  /** `22 Nov 2026 14.05 WITA` */
  readonly time: string
  readonly title: string
  /** In large type: a ticket's code, a queue number. */
  readonly code?: string
  /** What the code is. */
  readonly codeLabel?: string
  /** What the square says; a scanner types it into the search. */
  readonly qr?: string
  /** `SALINAN`, on every slip but the first. */
  readonly copy?: string
  readonly parts: readonly SlipPart[]
  readonly foot: readonly string[]
}

export interface SlipPart {
  readonly heading?: string
  readonly lines: readonly string[]
}
