import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { withoutSandbox } from '#build/sandbox.ts'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

export interface BrowserPage {
  context: BrowserContext
  page: Page
  close(): Promise<void>
}

/** The console as a web page in a real Chromium with a profile of its own. */
export async function launchBrowser(url: string, profile: string): Promise<BrowserPage> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(existsSync(DEBIAN_CHROMIUM) && { executablePath: DEBIAN_CHROMIUM }),
    chromiumSandbox: withoutSandbox() === undefined,
    // Without these Chromium keeps asking the outer world, which refuses.
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    viewport: { width: 1280, height: 800 },
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  return { context, page, close: () => context.close() }
}
