import { readFileSync } from 'node:fs'
import { writeDurably } from './durable-file.ts'
import { Refusal } from './refusal.ts'

const DEFAULT_ORIGIN = 'http://127.0.0.1:8750'
const LOOPBACK = new Set(['localhost', '127.0.0.1'])

/** The origin this desk talks to: what the environment says, else what was stored, else this very machine. */
export class Headquarters {
  #origin: string
  readonly #path: string

  constructor(path: string, fromEnvironment: string | undefined) {
    this.#path = path
    this.#origin = headquartersOrigin(fromEnvironment ?? '') ?? readStored(path) ?? DEFAULT_ORIGIN
  }

  get origin(): string {
    return this.#origin
  }

  async move(to: string): Promise<void> {
    const origin = headquartersOrigin(to)
    if (!origin) throw new Refusal('an https address is needed, or this machine itself')
    await writeDurably(this.#path, JSON.stringify({ headquarters: origin }))
    this.#origin = origin
  }
}

/** The origin of an address that may be headquarters: encrypted, or on this machine. */
function headquartersOrigin(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, origin, username, password } = new URL(address)
  if (username || password) return undefined
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return origin
  return undefined
}

function readStored(path: string): string | undefined {
  try {
    const { headquarters } = JSON.parse(readFileSync(path, 'utf8')) as { headquarters?: unknown }
    return headquartersOrigin(String(headquarters))
  } catch {
    return undefined
  }
}
