import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

/** `Pas, tidak ada selisih`, `Kurang Rp5.000`. */
export function differenceWords(
  difference: number,
  { cash }: Pick<Words['payments'], 'cash'>,
  format: Format,
): string {
  if (difference === 0) return cash.exact
  const amount = format.money(Math.abs(difference))
  return difference > 0 ? cash.over(amount) : cash.short(amount)
}
