import { net, powerMonitor } from 'electron'
import type { LinkState } from '../shared/bridge.ts'

const TIMEOUT_MS = 5_000
const EVERY_MS = { up: 15_000, down: 3_000 } as const satisfies Record<LinkState, number>

/**
 * Judges the link by asking headquarters itself. `net.isOnline()` only tells whether some interface is up:
 * true behind a dead uplink, false where only loopback is (measured).
 */
export class Link {
  #state: LinkState = 'down'
  readonly #origin: () => string
  readonly #onChange: (state: LinkState) => void

  constructor(origin: () => string, onChange: (state: LinkState) => void) {
    this.#origin = origin
    this.#onChange = onChange
  }

  watch(): void {
    powerMonitor.on('resume', () => void this.probe())
    void this.#look()
  }

  /** Some lines are up for seconds only: the beginning of that must not be missed. */
  async #look(): Promise<void> {
    const state = await this.probe()
    setTimeout(() => void this.#look(), EVERY_MS[state])
  }

  async probe(): Promise<LinkState> {
    const state = (await answers(`${this.#origin()}/health`)) ? 'up' : 'down'
    if (state !== this.#state) {
      this.#state = state
      this.#onChange(state)
    }
    return state
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const { ok } = await net.fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return ok
  } catch {
    return false
  }
}
