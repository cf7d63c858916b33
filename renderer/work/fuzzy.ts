/**
 * How well `typed` fits `label`, higher is better; `undefined` when it does not fit at all.
 * Every word typed must begin a word, or stand in one, or be its letters in order (`ktm` → kuota tidak masuk).
 */
export function fit(label: string, typed: string): number | undefined {
  const text = fold(label)
  const parts = fold(typed)
    .split(' ')
    .filter((part) => part !== '')
  let score = 0
  for (const part of parts) {
    const one = fitOf(text, part)
    if (one === undefined) return undefined
    score += one
  }
  return score
}

function fitOf(text: string, part: string): number | undefined {
  if (text.startsWith(part)) return 4
  if (text.includes(` ${part}`)) return 3
  if (initials(text).startsWith(part)) return 2
  if (text.includes(part)) return 2
  return inOrder(text, part) ? 1 : undefined
}

function initials(text: string): string {
  return text
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

function inOrder(text: string, part: string): boolean {
  let at = -1
  for (const letter of part) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return part.length > 2
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
