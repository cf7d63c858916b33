import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { linesOf } from '#domain/courier/lines.ts'
import type { Bytes, Packing } from '#domain/courier/primitives.ts'

export const nodePacking: Packing = {
  async pack(lines) {
    const gzip = createGzip({ level: 9 })
    const [packed] = await Promise.all([buffer(gzip), pipeline(Readable.from(ended(lines)), gzip)])
    return new Uint8Array(packed)
  },
  unpack: (packed, most) => linesOf(textOf(packed), most),
}

async function* ended(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

/** The stream decodes: one sign may lie on both sides of a cut. */
async function* textOf(packed: Bytes): AsyncGenerator<string> {
  const pieces = Readable.from([Buffer.from(packed)]).pipe(createGunzip().setEncoding('utf8'))
  for await (const piece of pieces) yield piece as string
}
