import type { Page } from '@playwright/test'
import { expect } from './console.ts'

/** All is sent, and count and digest agree with headquarters. */
export async function expectSettled(page: Page, timeout = 90_000): Promise<void> {
  await expect(page.locator('[data-testid="sync-pill"] [data-state="settled"]')).toBeVisible({ timeout })
}
