import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export type Theme = 'light' | 'dark'

/** The one rule of WCAG 2.2 AA that axe leaves off unless it is asked: a target is 24 px wide and high, or has room around it. */
const rules = { 'target-size': { enabled: true } }

/** What axe says of what stands on the screen. */
export interface Sight {
  /** Serious and critical: `desk, dark: color-contrast #id`. */
  readonly findings: readonly string[]
  /** Names of rules with a lesser finding, and of those that axe leaves to people. */
  readonly lesser: readonly string[]
  readonly undecided: readonly string[]
  /** How many rules had something to look at, and found it good. */
  readonly passed: number
}

/**
 * What axe finds serious or critical on what stands on the screen. In both themes, or in those that are asked for: a
 * screen that `access.spec.ts` visits has been seen in both.
 */
export async function findingsOn(
  page: Page,
  name: string,
  themes: readonly Theme[] = ['light', 'dark'],
): Promise<string[]> {
  const findings: string[] = []
  for (const theme of themes) {
    await showIn(page, theme)
    findings.push(...(await sightOf(page, `${name}, ${theme}`)).findings)
  }
  return findings
}

/** Shows the screen in a theme, and waits until it has come to rest. */
export async function showIn(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor({ state: 'attached' })
  await atRest(page)
}

export async function sightOf(page: Page, name: string): Promise<Sight> {
  // The newer way opens a page of its own for the result, which an Electron window refuses.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ rules })
  const { violations, passes, incomplete } = await axe.analyze()
  const isSerious = ({ impact }: { impact?: unknown }) => impact === 'serious' || impact === 'critical'
  const findings = violations
    .filter(isSerious)
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    )
  const sawText = passes.some(({ id }) => id === 'color-contrast')
  return {
    findings: sawText ? findings : [...findings, `${name}: axe saw no text`],
    lesser: violations.filter((each) => !isSerious(each)).map(({ id }) => id),
    undecided: incomplete.map(({ id }) => id),
    passed: passes.length,
  }
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
