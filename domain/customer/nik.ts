/** Sixteen digits: 6 region, day (plus 40 for women), month, year, 4 serial (Dukcapil). Format only; the truth is the registry's. */
export function isNik(written: string): boolean {
  const digits = written.replace(/\s/g, '')
  if (!/^\d{16}$/.test(digits)) return false
  const dayOfBirth = Number(digits.slice(6, 8)) % 40
  const month = Number(digits.slice(8, 10))
  return dayOfBirth >= 1 && dayOfBirth <= 31 && month >= 1 && month <= 12 && digits.slice(12) !== '0000'
}

/** Whether words hold something that looks like a NIK: notes must not. */
export function holdsNik(words: string): boolean {
  return /(?<!\d)\d{16}(?!\d)/.test(words)
}
