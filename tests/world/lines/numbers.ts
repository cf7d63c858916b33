/** Where the made-up operator's numbers begin: XL's prefixes, without the leading 0. */
const prefixes = ['817', '818', '819', '859', '877', '878'] as const
/** Every prefix has eight more digits. */
const perPrefix = 100_000_000
const space = prefixes.length * perPrefix
/** No common factor with the space, so counting up walks through every number once, and neighbours look unrelated. */
const stride = 123_456_787n

/** The n-th mobile number of the world in E.164. Different for every n below 600 million. */
export function msisdnOf(n: number): string {
  const position = Number((BigInt(n) * stride + 210_203_040n) % BigInt(space))
  const prefix = prefixes[Math.floor(position / perPrefix)] ?? prefixes[0]
  return `+62${prefix}${String(position % perPrefix).padStart(8, '0')}`
}

/** The n-th SIM card's number: 89 telecom, 62 Indonesia, 11 the network, twelve of ours, and Luhn's check digit. */
export function iccidOf(n: number): string {
  const body = `896211${String(n).padStart(12, '0')}`
  return body + luhnDigit(body)
}

function luhnDigit(body: string): string {
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, character, index) => {
      const digit = Number(character) * (index % 2 === 0 ? 2 : 1)
      return total + (digit > 9 ? digit - 9 : digit)
    }, 0)
  return String((10 - (sum % 10)) % 10)
}
