import { names, type Origin } from '#tests/world/people/names.ts'
import type { Random } from '#tests/world/random.ts'

export type Gender = 'female' | 'male'

export function makeName(random: Random, origins: readonly Origin[], gender: Gender): string {
  const stock = names[random.pick(origins)]
  const first = random.pick(stock[gender])
  if (stock.last.length === 0 || random.int(1, 100) <= stock.mononym) return first
  return `${first} ${random.pick(stock.last)}`
}

/** `sri.wahyuni` from a name, for user names and e-mail addresses. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(h|hj|st|muh)\. /g, '')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
}
