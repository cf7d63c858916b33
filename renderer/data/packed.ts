import type { Ask } from '#renderer/data/http-link.ts'

/** Below this packing saves less than a segment. */
const worthPacking = 1_000

/**
 * Packs what is sent, once headquarters has said that it takes packed bodies (RFC 7694). A day's work is mostly the same
 * names of fields again and again. [T10]
 */
export function packed(ask: Ask): Ask {
  const heard = { gzip: false }
  return async (path, init) => {
    const { body } = init
    const packs = heard.gzip && typeof body === 'string' && body.length > worthPacking
    const response = await ask(path, packs ? await pack(init, body) : init)
    const takes = response.headers.get('accept-encoding')
    if (takes !== null) heard.gzip = /\bgzip\b/.test(takes)
    return response
  }
}

async function pack(init: RequestInit, body: string): Promise<RequestInit> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))
  return {
    ...init,
    headers: { ...(init.headers as Record<string, string>), 'content-encoding': 'gzip' },
    body: await new Response(stream).arrayBuffer(),
  }
}
