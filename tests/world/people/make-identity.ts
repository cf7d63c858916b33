import { createHmac } from 'node:crypto'
import type { Gender } from '#tests/world/people/make-name.ts'
import type { Random } from '#tests/world/random.ts'

/** HMAC-SHA256 of sixteen made-up digits, and their last four. The digits themselves are not kept, as in the console. */
export function makeIdentity(
  random: Random,
  nikKey: Uint8Array,
  nikRegion: string,
  birthDate: string,
  gender: Gender,
): { readonly nikHash: string; readonly nikLast4: string } {
  const [year = '', month = '', dayOfMonth = ''] = birthDate.split('-')
  const born = String(Number(dayOfMonth) + (gender === 'female' ? 40 : 0)).padStart(2, '0')
  const nik = `${nikRegion}${born}${month}${year.slice(2)}${String(random.int(1, 9999)).padStart(4, '0')}`
  return { nikHash: createHmac('sha256', nikKey).update(nik).digest('hex'), nikLast4: nik.slice(12) }
}
