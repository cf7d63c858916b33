import type { Random } from '#tests/world/random.ts'

const days = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']
const months = 'Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember'.split(
  ',',
)
const countries = [
  'Arab Saudi',
  'Malaysia',
  'Singapura',
  'Jepang',
  'Hong Kong',
  'Timor-Leste',
  'Australia',
  'Thailand',
]
const thousands = [5, 10, 15, 25, 35, 50, 75, 99, 100, 149, 185, 250, 412]
const quotas = ['3 GB', '8 GB', '12 GB', '20 GB', '35 GB', '50 GB', '100 GB']

/** Fills `{…}`: the same word for the same name, so that a subject and its story speak of one thing. */
export function fillerAt(
  random: Random,
  at: number,
  districts: readonly string[],
): (template: string) => string {
  const said: Record<string, string> = {}
  return (template) =>
    template.replace(
      /\{(\w+)\}/g,
      (whole, name: string) => (said[name] ??= wordFor(name, random, at, districts) ?? whole),
    )
}

function wordFor(name: string, random: Random, at: number, districts: readonly string[]): string | undefined {
  if (name === 'day') return `hari ${random.pick(days)}`
  // The bill that people speak of is last month's.
  if (name === 'month') return months[(new Date(at).getUTCMonth() + 11) % 12]
  if (name === 'district') return random.pick(districts)
  if (name === 'amount') return `Rp${random.pick(thousands)}.000`
  if (name === 'quota') return random.pick(quotas)
  if (name === 'country') return random.pick(countries)
  if (name === 'days') return String(random.int(2, 9))
  if (name === 'mbps') return `${random.int(0, 4)},${random.int(1, 9)}`
  if (name === 'speed') return random.pick(['30', '50', '100'])
  if (name === 'time')
    return `${String(random.int(6, 22)).padStart(2, '0')}.${random.pick(['00', '15', '30', '40'])}`
  return undefined
}
