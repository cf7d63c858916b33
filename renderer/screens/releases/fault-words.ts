import type { Fault } from '#renderer/screens/releases/release-draft.ts'
import type { Words } from '#renderer/words/words.ts'

/** What is to mend, in words. */
export function faultWords(words: Words, fault: Fault): string {
  const own: Readonly<Record<string, string>> = words.work.releases.fault
  const rules: Readonly<Record<string, string>> = words.terms.releaseFault
  return own[fault] ?? rules[fault] ?? fault
}
