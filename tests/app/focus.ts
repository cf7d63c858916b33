import type { Locator } from '@playwright/test'
import { expect } from './with-demo.ts'

/** The page's focus is here. The window itself may be without focus where no window manager gives it one. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true)
}
