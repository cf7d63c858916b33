import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root, type Console } from './console.ts'
import type { ShotName } from './shot-list.ts'

/** Where the pictures of the screens stand. */
export const folder = join(root, 'docs/screens')
type Language = 'id' | 'en'

/** A picture of what stands on the screen, in both themes. */
export async function shoot(page: Page, language: Language, name: ShotName): Promise<void> {
  // Nothing is under the mouse.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(500)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForTimeout(100)
    const path = join(folder, `${name}-${language}-${colorScheme}.jpg`)
    await page.screenshot({ path, type: 'jpeg', quality: 42, animations: 'disabled' })
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
