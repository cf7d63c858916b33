/** FNV-1a over `id:rev`, 32 bits. Sums of it over a collection are equal on both sides when the records are. */
export function recordHash(id: string, rev: number): number {
  let hash = 0x811c9dc5
  const text = `${id}:${rev}`
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
