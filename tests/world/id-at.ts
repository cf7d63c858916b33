import type { Random } from '#tests/world/random.ts'

/** A UUIDv7 whose random bits come from the seed: sorts by time and is the same in every run. */
export function idAt(at: number, random: Random): string {
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
  const high = hex(random)
  const low = hex(random)
  const variant = '89ab'[random.int(0, 3)] ?? '8'
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high.slice(0, 3)}-${variant}${high.slice(3, 6)}-${low}${hex(random).slice(0, 4)}`
}

const hex = (random: Random) => random.bits().toString(16).padStart(8, '0')
