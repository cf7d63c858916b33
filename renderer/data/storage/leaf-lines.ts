/** The search lines of a leaf in the order of its ids, each with its length in two bytes before it. */
export function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + 2 + line.length, 0))
  let at = 0
  for (const line of lines) {
    joined[at] = line.length & 255
    joined[at + 1] = line.length >> 8
    joined.set(line, at + 2)
    at += 2 + line.length
  }
  return joined
}

export function splitLines(joined: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let at = 0; at < joined.length;) {
    const end = at + 2 + (joined[at] ?? 0) + 256 * (joined[at + 1] ?? 0)
    lines.push(joined.subarray(at + 2, end))
    at = end
  }
  return lines
}
