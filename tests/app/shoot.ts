import { expect, type Page } from '@playwright/test'
import { join } from 'node:path'
import { report } from './access-report.ts'
import { showIn, sightOf } from './axe.ts'
import { root, type Console } from './console.ts'
import type { ShotName } from './shot-list.ts'

/** Where the pictures of the screens stand. */
export const folder = join(root, 'docs/screens')
type Language = 'id' | 'en'

/** A picture of what stands on the screen, in both themes, and what axe says of it. */
export async function shoot(page: Page, language: Language, name: ShotName): Promise<void> {
  // Nothing is under the mouse.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(500)
  for (const theme of ['dark', 'light'] as const) {
    await showIn(page, theme)
    const path = join(folder, `${name}-${language}-${theme}.jpg`)
    await page.screenshot({ path, type: 'jpeg', quality: 42, animations: 'disabled' })
    const sight = await sightOf(page, `${name}, ${language}, ${theme}`)
    await report(name, language, theme, sight)
    expect.soft(sight.findings).toEqual([])
  }
}

export async function sized(desk: Console, language: Language): Promise<Page> {
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  if (language === 'en') await desk.page.getByRole('button', { name: 'English' }).click()
  return desk.page
}

/** While `look` runs, headquarters’ parts of the snapshot are under way. */
export async function primingHeld(page: Page, look: () => Promise<void>): Promise<void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/v1/snapshot/part', async (route) => {
    await released
    await route.continue()
  })
  await look()
  release()
}
