import type { Page } from '@playwright/test'
import { agentAt } from '../agent.ts'
import type { Tally } from './tally.ts'

export interface AutomaticAgent {
  /** Works with the real keys until the page is gone. */
  work(): Promise<never>
  /** Resolves as the agent presses the key of its `count`th piece of work. */
  pressed(count: number): Promise<void>
  /** Resolves when the screen has called so many pieces saved. */
  saved(count: number): Promise<void>
}

/** Registers customers and ends contacts with them, some with a ticket. `name` makes every piece of its work one of a kind. */
export function automaticAgent(page: Page, tally: Tally, name: string, random: () => number): AutomaticAgent {
  const agent = agentAt(page)
  const state = { pieces: 0, pressed: 0, saved: 0 }
  const waiting = new Set<() => void>()
  const until = (reached: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!reached()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const told = () => {
    for (const look of waiting) look()
  }
  // The key that asks for saving, seen where it is pressed.
  const press = page.keyboard.press.bind(page.keyboard)
  page.keyboard.press = async (key, options) => {
    if (key === 'Control+Enter') {
      state.pressed += 1
      told()
    }
    await press(key, options)
  }
  const done = () => {
    state.saved += 1
    told()
  }
  const next = () => `Uji ${name}-${(state.pieces += 1)}`
  const register = async () => {
    const marker = next()
    const phone = `0812 ${String(1000_0000 + Math.floor(random() * 8999_9999))}`
    await tally.trying([{ collection: 'customers', field: 'name', marker }], () =>
      agent.register(marker, phone),
    )
    done()
  }
  const contact = async () => {
    const marker = next()
    const withTicket = random() < 0.5
    const ending = withTicket
      ? ({ reason: 'Kuota tidak masuk', disposition: 'ticket_created', ticket: marker } as const)
      : ({ reason: 'Tanya paket', disposition: 'information_given' } as const)
    await tally.trying(
      [
        { collection: 'contacts', field: 'note', marker },
        ...(withTicket ? [{ collection: 'tickets', field: 'subject', marker } as const] : []),
      ],
      () => agent.contact({ ...ending, note: marker }),
    )
    done()
  }
  return {
    async work() {
      for (;;) {
        await register()
        // A copy that is being filled again has no reasons to choose from yet.
        const filled = await page.getByText(/^[4-9]\d\d pelanggan/).isVisible()
        for (let more = filled ? Math.floor(random() * 3) : 0; more > 0; more--) await contact()
      }
    },
    pressed: (count) => until(() => state.pressed >= count),
    saved: (count) => until(() => state.saved >= count),
  }
}
