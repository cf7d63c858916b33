import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Theme = 'light' | 'dark'

/**
 * What axe finds serious or critical on what stands on the screen: `desk, dark: color-contrast #id`. In both themes, or
 * in those that are asked for: a screen that `access.spec.ts` visits has been seen in both.
 */
export async function findingsOn(
  page: Page,
  name: string,
  themes: readonly Theme[] = ['light', 'dark'],
): Promise<string[]> {
  const findings: string[] = []
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor({ state: 'attached' })
    await atRest(page)
    // The newer way opens a page of its own for the result, which an Electron window refuses.
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    if (!passes.some(({ id }) => id === 'color-contrast')) findings.push(`${name}: axe saw no text`)
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        for (const { target, failureSummary } of nodes)
          findings.push(`${name}, ${colorScheme}: ${id} ${target.join(' ')}: ${failureSummary ?? ''}`)
  }
  return findings
}

/** Colours in the middle of a change are nobody's colours; what turns for ever is not waited for. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
      ),
  )
}
