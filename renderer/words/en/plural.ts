/** `1 ticket`, `2 tickets`; the count arrives formatted. Indonesian has no plural, so only English needs this. */
export function plural(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`
}
