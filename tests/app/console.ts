import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Bridge } from '#electron/shared/bridge.ts'
import { withoutSandbox } from '#build/sandbox.ts'
import { launchBrowser, type BrowserPage } from './browser.ts'
import { launchHeadquarters, type Headquarters, type HeadquartersOptions } from './headquarters.ts'
import { layLine, type CuttableLine } from './line.ts'

declare global {
  interface Window {
    loket: Bridge
  }
}

export const root = join(import.meta.dirname, '../..')

interface ConsoleOptions {
  /** Headquarters' origin, or a cuttable line's. Without one nobody answers. */
  server?: string
  /** A profile folder to open again; without one the console gets a new one. */
  userData?: string
  lang?: 'id' | 'en'
  env?: NodeJS.ProcessEnv
}

export interface Console {
  app: ElectronApplication
  page: Page
  userData: string
  /** What agents clicked that would have opened a browser. */
  openedExternally(): Promise<string[]>
  close(): Promise<void>
  /** As a power cut ends it: the whole process group at once. */
  kill(): Promise<void>
  /** Opens it again on the same data, closing it first where it still runs. */
  restart(): Promise<void>
}

interface Fixtures {
  openConsole: (options?: ConsoleOptions) => Promise<Console>
  openBrowser: (url: string) => Promise<BrowserPage>
  startHeadquarters: (options?: HeadquartersOptions) => Promise<Headquarters>
  cuttableLine: (targetUrl: string) => Promise<CuttableLine>
}

interface Closable {
  close(): Promise<void>
}

/** Everything a test opens is closed for it: consoles before the line, the line before headquarters. */
export const test = base.extend<Fixtures>({
  startHeadquarters: async ({}, use, info) => {
    await closing(
      use,
      (track) =>
        async (options = {}) =>
          track(await launchHeadquarters(options, (name) => info.outputPath(name))),
    )
  },
  cuttableLine: async ({ startHeadquarters: _ }, use) => {
    await closing(use, (track) => async (targetUrl) => track(await layLine(targetUrl)))
  },
  openBrowser: async ({ cuttableLine: _ }, use, info) => {
    await closing(use, (track) => async (url) => track(await launchBrowser(url, info.outputPath('browser'))))
  },
  openConsole: async ({ cuttableLine: _ }, use, info) => {
    let count = 0
    await closing(use, (track) => async (options = {}) => {
      const userData = options.userData ?? info.outputPath(`console-${++count}`)
      return track(await launchConsole({ ...options, userData }))
    })
  },
})

export { expect } from '@playwright/test'

async function closing<T>(
  use: (value: T) => Promise<void>,
  make: (track: <C extends Closable>(opened: C) => C) => T,
): Promise<void> {
  const opened: Closable[] = []
  await use(
    make((one) => {
      opened.push(one)
      return one
    }),
  )
  await Promise.all(opened.map((one) => one.close()))
}

/** Whoever launches it closes it. */
export async function launchConsole(options: ConsoleOptions & { userData: string }): Promise<Console> {
  let running = true
  const end = async () => {
    if (running) await desk.app.close()
    running = false
  }
  const desk: Console = {
    ...(await launch(options)),
    userData: options.userData,
    openedExternally: () => desk.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    close: end,
    async kill() {
      const child = desk.app.process()
      const ended = once(child, 'exit')
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await ended
      running = false
    },
    async restart() {
      await end()
      Object.assign(desk, await launch(options))
      running = true
    },
  }
  return desk
}

async function launch({
  server = 'http://127.0.0.1:9',
  userData,
  lang,
  env,
}: ConsoleOptions & { userData: string }) {
  const app = await _electron.launch({
    args: [root, ...(lang ? [`--lang=${lang}`] : [])],
    cwd: root,
    chromiumSandbox: withoutSandbox() === undefined,
    env: definedOf({
      ...process.env,
      LOKET_SERVER: server,
      LOKET_USER_DATA: userData,
      LOKET_UNATTENDED: 'yes',
      ...env,
    }),
  })
  const page = await app.firstWindow()
  await page.locator('body[data-ready]').waitFor({ state: 'attached' })
  // A real openExternal starts this machine's browser, which outlives the test and holds its pipes. Not before the
  // first window is there: `evaluate` straight after the launch fails (20 of 24 times).
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  return { app, page }
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
