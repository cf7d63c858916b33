/**
 * Odds of the bits of a symbol, learned while symbols go by: both sides learn the same, so none are told. `ones` is the
 * chance of a 1 in 65,536ths for each place of a binary tree, `seen` how often one was there.
 */
export interface Odds {
  readonly bits: number
  readonly ones: Uint16Array
  readonly seen: Uint8Array
}

/** Odds for symbols below `2 ** bits`. */
export function oddsOf(bits: number): Odds {
  if (bits > mostBits) throw new Error('these are no columns')
  return { bits, ones: new Uint16Array(1 << bits).fill(0x8000), seen: new Uint8Array(1 << bits) }
}

/** A million words in one column, or values in one, are more than any answer has. */
const mostBits = 20

/**
 * One way through columns for both directions: whoever writes gives what is to be told, whoever reads gives anything of
 * the same type and gets what was told.
 */
export interface Coder {
  readonly isReading: boolean
  /**
   * A whole number below `2 ** odds.bits` in about as many bits as its odds deserve. `closer` are odds of the same size
   * for a narrower case, which count as soon as they have learned something.
   */
  symbol(odds: Odds, symbol: number, closer?: Odds): number
  /** A whole number below `2 ** bits` that is chance, in so many bits; `bits` up to 53. */
  raw(bits: number, value: number): number
}

/** How fast odds move, in 32,768ths: the first bits teach the most. */
const pace = Int32Array.from({ length: 128 }, (_, seen) => Math.floor(0x8000 / (seen + 1.6)))
/** No bit is so sure that its opposite could not be told. */
const surest = 0xffff - 24

function learn({ ones, seen }: Odds, at: number, bit: number): void {
  const times = seen[at] ?? 0
  const is = ones[at] ?? 0
  const goal = bit === 1 ? surest : 0xffff - surest
  ones[at] = is + (((goal - is) * (pace[times] ?? 0)) >> 15)
  if (times < pace.length - 1) seen[at] = times + 1
}

const onesAt = (at: number, odds: Odds, closer: Odds | undefined) =>
  (closer !== undefined && closer.seen[at] !== 0 ? closer : odds).ones[at] ?? 0

/** Where a span of whole numbers is cut for a bit with these odds. */
const cut = (low: number, high: number, ones: number) => {
  const span = high - low
  return low + (span >>> 16) * ones + (((span & 0xffff) * ones) >>> 16)
}

/** A sum of all that follows it, then how many bytes of symbols come before the chance. */
const head = 8

/** FNV-1a, 32 bits. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let at = 4; at < bytes.length; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193)
  return sum >>> 0
}

/** An arithmetic coder: symbols narrow a span of whole numbers, whose leading bytes go out as soon as they are sure. Chance has a run of bits of its own. */
export function writer(): Coder & { bytes(): Uint8Array<ArrayBuffer> } {
  const sure: number[] = []
  const chance: number[] = []
  let low = 0
  let high = 0xffffffff
  let held = 0
  let room = 8
  const few = (bits: number, value: number) => {
    for (let left = bits; left > 0;) {
      const some = Math.min(left, room)
      left -= some
      room -= some
      held |= ((value >>> left) & ((1 << some) - 1)) << room
      if (room > 0) continue
      chance.push(held)
      held = 0
      room = 8
    }
  }
  return {
    isReading: false,
    symbol(odds, symbol, closer) {
      let [from, to] = [low, high]
      let at = 1
      for (let left = odds.bits - 1; left >= 0; left--) {
        const bit = (symbol >>> left) & 1
        const middle = cut(from, to, onesAt(at, odds, closer))
        if (bit === 1) to = middle
        else from = middle + 1
        learn(odds, at, bit)
        if (closer !== undefined) learn(closer, at, bit)
        at = at * 2 + bit
        while ((from ^ to) >>> 24 === 0) {
          sure.push(to >>> 24)
          from = (from << 8) >>> 0
          to = ((to << 8) | 0xff) >>> 0
        }
      }
      low = from
      high = to
      return symbol
    },
    raw(bits, value) {
      if (bits > 26) few(bits - 26, Math.floor(value / 0x4000000))
      few(Math.min(bits, 26), value % 0x4000000)
      return value
    },
    bytes() {
      // What follows is read as zeros: this byte alone is within the span.
      sure.push(high >>> 24)
      if (room < 8) chance.push(held)
      const bytes = new Uint8Array(head + sure.length + chance.length)
      bytes.set(sure, head)
      bytes.set(chance, head + sure.length)
      const view = new DataView(bytes.buffer)
      view.setUint32(4, sure.length)
      view.setUint32(0, sumOf(bytes))
      return bytes
    },
  }
}

/** What costs almost nothing to tell could be told for ever: an answer of 40,000 records has about a twentieth of so many. */
const mostTold = 50_000_000

/** The way back. Throws when more is asked for than was told, or than any answer has. */
export function reader(bytes: Uint8Array): Coder & { end(): void } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < head || view.getUint32(0) !== sumOf(bytes)) throw new Error('these are no columns')
  const border = head + view.getUint32(4)
  let next = head
  let low = 0
  let high = 0xffffffff
  const more = () => {
    if (next > border + 3) throw new Error('these columns are cut')
    return next < border ? (bytes[next++] ?? 0) : 0 * next++
  }
  let told = 0
  for (let count = 0; count < 4; count++) told = ((told << 8) | more()) >>> 0
  let place = border
  let left8 = 0
  let rest = mostTold
  const few = (bits: number) => {
    let value = 0
    for (let left = bits; left > 0;) {
      if (left8 === 0) {
        if (place >= bytes.length) throw new Error('these columns are cut')
        place += 1
        left8 = 8
      }
      const some = Math.min(left, left8)
      left -= some
      left8 -= some
      value = (value << some) | (((bytes[place - 1] ?? 0) >>> left8) & ((1 << some) - 1))
    }
    return value
  }
  return {
    isReading: true,
    symbol(odds, _, closer) {
      if (--rest < 0) throw new Error('these are no columns')
      let [from, to, value] = [low, high, told]
      let at = 1
      for (let bits = odds.bits; bits > 0; bits--) {
        const middle = cut(from, to, onesAt(at, odds, closer))
        const bit = value <= middle ? 1 : 0
        if (bit === 1) to = middle
        else from = middle + 1
        learn(odds, at, bit)
        if (closer !== undefined) learn(closer, at, bit)
        at = at * 2 + bit
        while ((from ^ to) >>> 24 === 0) {
          from = (from << 8) >>> 0
          to = ((to << 8) | 0xff) >>> 0
          value = ((value << 8) | more()) >>> 0
        }
      }
      low = from
      high = to
      told = value
      return at - (1 << odds.bits)
    },
    raw(bits) {
      const above = bits > 26 ? few(bits - 26) : 0
      return above * 0x4000000 + few(Math.min(bits, 26))
    },
    end() {
      if (place !== bytes.length) throw new Error('these columns are longer than they say')
    },
  }
}
