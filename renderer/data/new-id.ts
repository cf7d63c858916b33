/** UUIDv7: sortable by the millisecond, random beyond. */
export function newIdFrom(now: () => number, randomBytes: (count: number) => Uint8Array): string {
  const time = now().toString(16).padStart(12, '0')
  const bytes = randomBytes(10)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((bytes[2] ?? 0) & 0x3f) | 0x80
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant.toString(16)}${hex.slice(6, 8)}-${hex.slice(8, 20)}`
}
