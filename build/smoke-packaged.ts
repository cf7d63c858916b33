// Starts a packed console just as it ships and looks at its window: `smoke-packaged.ts <program>`.
// The shipping fuses close the Node inspector, which Playwright's _electron needs; Chromium's own port still works.
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { withoutSandbox } from './sandbox.ts'

const LONGEST_MS = 45_000
const LOOK_EVERY_MS = 50

const userData = await mkdtemp(join(tmpdir(), 'loket-smoke-'))
const switches = withoutSandbox() ? ['--no-sandbox'] : []
const app = spawn(process.argv[2] ?? '', ['--remote-debugging-port=0', ...switches], {
  env: { ...process.env, LOKET_USER_DATA: userData, LOKET_UNATTENDED: 'yes' },
  stdio: ['ignore', 'inherit', 'pipe'],
})
const ended = once(app, 'exit')
const watchdog = setTimeout(() => app.kill('SIGKILL'), LONGEST_MS)

try {
  const endpoint = await devToolsEndpoint()
  await pageIsListed(new URL(endpoint).port)
  const browser = await chromium.connectOverCDP(endpoint)
  const page = browser.contexts()[0]?.pages()[0]
  await page?.locator('body[data-ready]').waitFor()
  console.log(JSON.stringify(await page?.evaluate('window.loket.info()')))
  await page?.close()
  await ended
} finally {
  clearTimeout(watchdog)
  app.kill('SIGKILL')
  await rm(userData, { recursive: true, force: true })
}
process.exit(0)

function devToolsEndpoint(): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    app.stderr.on('data', (chunk) => {
      text += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (found) resolve(found)
    })
    app.once('exit', () => reject(new Error(`the console ended early:\n${text}`)))
  })
}

/** Attaching while the first window is being made can hang (1 of 5 times). */
async function pageIsListed(port: string): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = (await response.json()) as { type: string; url: string }[]
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app://'))) return
    await delay(LOOK_EVERY_MS)
  }
}
