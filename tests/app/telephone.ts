import type { Page } from '@playwright/test'
import type { CallEvent } from '#electron/shared/bridge.ts'
import { vocabulary } from './agent.ts'

export interface Telephone {
  readonly address: string
  readonly token: string
  /** Says it as the telephone system would; answers the status. */
  say(event: CallEvent['event'], callId: string, number: string, token?: string): Promise<number>
}

/** Switches the telephone on in Settings, and reads there what its program is told. */
export async function connectTelephone(
  page: Page,
  language: keyof typeof vocabulary = 'id',
): Promise<Telephone> {
  const { calls, frame } = vocabulary[language]
  await page.keyboard.press('Alt+9')
  const choice = page.getByRole('radiogroup', { name: calls.settings.take })
  await choice.getByText(frame.settings.on, { exact: true }).click()
  const value = (name: string) =>
    page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]//code')
  const address = await value(calls.settings.address).innerText()
  const token = await value(calls.settings.token).innerText()
  return {
    address,
    token,
    async say(event, callId, number, shown = token) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${shown}`, 'content-type': 'application/json' },
        body: JSON.stringify({ event, callId, number, queue: 'Tagihan' }),
      })
      return response.status
    },
  }
}
