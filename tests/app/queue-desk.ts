import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import type { Console } from './console.ts'
import { expectFocus } from './focus.ts'

const { frame } = vocabulary.id

const wait = (page: Page) =>
  page
    .getByText(/40\d pelanggan/)
    .first()
    .waitFor()
export const focused = (page: Page, label: string) =>
  expectFocus(page.getByLabel(label, { exact: true }).first())
export const panelOf = (page: Page) => page.getByRole('complementary', { name: frame.header.contactPanel })

export async function deskOf({ page, app }: Console, code: string, username: string): Promise<Page> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(page).enrol(code)
  await agentAt(page).signIn(username)
  await wait(page)
  return page
}

/** A number for the n-th service, by the keyboard of somebody who waits for nothing. */
export async function give(page: Page, place: number): Promise<string> {
  await page.keyboard.press('Alt+g')
  await page.keyboard.press(String(place))
  const shown = page.getByRole('dialog').getByText(/^[A-D]\d+-\d{3}$/)
  const display = (await shown.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return display
}
