import type { Page } from '@playwright/test'

declare global {
  interface Window {
    counted: { pointer: number; pressed: number; written: number }
  }
}

/** Counts from now on what hands do; a pointer that only lies somewhere does nothing. */
export async function countInput(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = { pointer: 0, pressed: 0, written: 0 }
    window.counted = counted
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dblclick', 'contextmenu'])
      window.addEventListener(kind, () => counted.pointer++, { capture: true, passive: true })
    const count = ({ key, ctrlKey, altKey }: KeyboardEvent) => {
      if (['Control', 'Alt', 'Shift'].includes(key)) return
      counted.pressed++
      if (key.length === 1 && !ctrlKey && !altKey) counted.written++
    }
    window.addEventListener('keydown', count, { capture: true })
  })
}
