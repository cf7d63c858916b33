import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium as driver } from 'playwright-core'
import { build } from 'vite'
import { freePort } from '#build/local-headquarters.ts'
import { root } from '#build/root.ts'
import type { Tasks } from './page/main.ts'

type Name = keyof Tasks

export interface BenchPage extends AsyncDisposable {
  run<N extends Name>(name: N, ...args: Parameters<Tasks[N]>): Promise<Awaited<ReturnType<Tasks[N]>>>
  /** What the page's process took at its peak, MB: its heap, its workers' and everything else. */
  peak(): Promise<number>
  /** The page's heap after it was tidied up, with the buffers that hang on it, MB. */
  heap(): Promise<number>
}

export interface Pages extends AsyncDisposable {
  /** A new browser on an empty profile. */
  open(): Promise<BenchPage>
}

/** The program that runs the benchmark's page. */
export const chromium = '/usr/bin/chromium'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}
/** The origin-private file system's synchronous handles want an isolated page. */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** The benchmark's page, bundled as the console is, and served on the loopback. */
export async function pages(): Promise<Pages> {
  const folder = join(root, 'out/bench/page')
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: '/',
    logLevel: 'error',
    // PouchDB was written for Node.
    define: { global: 'globalThis' },
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130' },
  })
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    readFile(join(folder, path)).then(
      (body) =>
        response
          .writeHead(200, { ...isolated, 'content-type': types[extname(path)] ?? 'text/plain' })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
  const port = await freePort(8890)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    open: () => openPage(`http://127.0.0.1:${port}`),
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

async function openPage(url: string): Promise<BenchPage> {
  const profile = await mkdtemp(join(tmpdir(), 'loket-bench-'))
  const context = await driver.launchPersistentContext(profile, {
    executablePath: chromium,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  await page.goto(url)
  await page.waitForFunction(() => 'tasks' in window)
  const session = await context.newCDPSession(page)
  return {
    async run(name, ...args) {
      const result = await page.evaluate(
        async ([name, args]) => {
          const task = window.tasks[name] as (...given: unknown[]) => Promise<unknown>
          return task(...args)
        },
        [name, args] as const,
      )
      if (faults.length > 0) throw new Error(`in the page: ${faults.join('; ')}`)
      return result as never
    },
    async peak() {
      const browser = await context.browser()?.newBrowserCDPSession()
      const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
      const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
      return Math.max(...peaks)
    },
    async heap() {
      await session.send('HeapProfiler.collectGarbage')
      const usage = await session.send('Runtime.getHeapUsage')
      return (usage.usedSize + usage.backingStorageSize) / 1_000_000
    },
    async [Symbol.asyncDispose]() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

function peakOf(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) * 1024) / 1_000_000
}
