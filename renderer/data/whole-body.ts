import type { Waiting } from '#renderer/data/waiting.ts'

/** A body to its end, piece by piece, each of which renews the patience. */
export async function wholeBody(response: Response, wait: Waiting): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body?.getReader()
  for (;;) {
    wait.heard()
    const { done, value } = (await (reader && wait.orGiveUp(reader.read()))) ?? { done: true }
    if (done || value === undefined) return new Uint8Array(await new Blob(pieces).arrayBuffer())
    pieces.push(value)
  }
}
