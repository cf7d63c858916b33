/** Ways of writing one name, and titles that are no part of it. */
const sameName: Readonly<Record<string, string>> = Object.fromEntries([
  ...[
    'moh',
    'mohd',
    'muh',
    'muhamad',
    'mohamad',
    'mohammad',
    'muhammed',
    'mohamed',
    'mochamad',
    'mochammad',
    'moch',
    'md',
  ].map((short) => [short, 'muhammad']),
  ...['abd', 'abdoel'].map((short) => [short, 'abdul']),
])
const titles = new Set([
  'bapak',
  'bpk',
  'pak',
  'ibu',
  'bu',
  'sdr',
  'sdri',
  'tn',
  'ny',
  'nn',
  'h',
  'hj',
  'haji',
  'hajah',
  'dr',
  'drs',
  'ir',
  'ust',
])

/** Whether two written names may be one person's: case, accents, titles, the order of parts and a left-out part do not count. */
export function namesAlike(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)]
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one]
  if (fewer.length === 0 || (fewer.length === 1 && more.length > 1)) return false
  return fewer.every((part) => more.includes(part))
}

function partsOf(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const parts = plain.split(/[^\p{L}\d]+/u).filter((part) => part !== '' && !titles.has(part))
  // `M. Rizki`: the commonest first name of the country, shortened.
  return parts.map((part, place) =>
    place === 0 && part === 'm' && parts.length > 1 ? 'muhammad' : (sameName[part] ?? part),
  )
}
