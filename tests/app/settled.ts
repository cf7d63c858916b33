import type { Page } from '@playwright/test'

/**
 * All is sent, and count and digest agree with headquarters. Not by `expect`, which reads the whole page for its message at each try: a
 * quarter of a second of the window's own thread.
 */
export async function expectSettled(page: Page, timeout = 90_000): Promise<void> {
  await page.locator('[data-testid="sync-pill"] [data-state="settled"]').waitFor({ timeout })
}
