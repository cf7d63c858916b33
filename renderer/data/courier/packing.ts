import { linesOf } from '#domain/courier/lines.ts'
import type { Bytes, Packing } from '#domain/courier/primitives.ts'

export const webPacking: Packing = {
  async pack(lines) {
    const gzip = new CompressionStream('gzip')
    const packed = new Response(gzip.readable).arrayBuffer()
    const writer = gzip.writable.getWriter()
    const encoder = new TextEncoder()
    for await (const line of lines) await writer.write(encoder.encode(`${line}\n`))
    await writer.close()
    return new Uint8Array(await packed)
  },
  unpack: (packed, most) => linesOf(textOf(packed), most),
}

async function* textOf(packed: Bytes): AsyncGenerator<string> {
  const text = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream())
  for (const reader = text.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
