import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** `SHOTS=folder` keeps pictures of what stands on the screen, for whoever changes it. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
}
