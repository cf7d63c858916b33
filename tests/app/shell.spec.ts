import type { WebPreferences } from 'electron'
import { readdir } from 'node:fs/promises'
import { resolveElectron } from '#build/electron-runtime.ts'
import { expect, test } from './console.ts'

test('the page is isolated, sandboxed and without Node', async ({ openConsole }) => {
  const { app, page } = await openConsole()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // The typings leave it out; it says what holds, whatever was asked for.
    type Contents = { getLastWebPreferences(): WebPreferences }
    const contents = BrowserWindow.getAllWindows().map(
      ({ webContents }) => webContents,
    ) as unknown as Contents[]
    return contents.map((one) => one.getLastWebPreferences())
  })
  expect(preferences).toMatchObject([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
  expect(
    await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis)),
  ).toEqual([])
  expect(await page.evaluate(() => Object.keys(window.loket))).toEqual([
    'info',
    'journal',
    'keep',
    'secrets',
    'headquarters',
    'link',
    'wipe',
    'disk',
    'telephony',
    'print',
  ])
})

test('the content policy lets the page speak to one headquarters only', async ({ openConsole }) => {
  const { page } = await openConsole({ server: 'http://127.0.0.1:9' })
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:9;")
  const blocked = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    await fetch('https://example.com/').catch(() => undefined)
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.head.append(script)
    await new Promise((resolve) => setTimeout(resolve, 0))
    return { violations, ranInline: 'ranInline' in window }
  })
  expect(blocked).toEqual({ violations: ['connect-src', 'script-src-elem'], ranInline: false })
})

test('only files of the console are served, and every place is the page itself', async ({ openConsole }) => {
  const { page } = await openConsole()
  const statuses = await page.evaluate(async () => {
    const paths = [
      '/customers/123',
      '/assets/none.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/index.js',
      '/%00.js',
      '/%',
    ]
    return Promise.all(paths.map(async (path) => (await fetch(path)).status))
  })
  expect(statuses[0]).toBe(200)
  expect(statuses.slice(1).every((status) => status === 400 || status === 404)).toBe(true)
})

test('the window opens no other and goes nowhere else', async ({ openConsole }) => {
  const desk = await openConsole()
  expect(await desk.page.evaluate(() => window.open('https://example.com/help'))).toBeNull()
  expect(await desk.page.evaluate(() => window.open('file:///etc/passwd'))).toBeNull()
  expect(await desk.openedExternally()).toEqual(['https://example.com/help'])
  await desk.page.evaluate(() => location.assign('https://example.com/'))
  expect(await desk.page.evaluate(() => location.protocol + location.host)).toBe('app:loket')
})

test('a request with wrong arguments is refused in words, without a stack', async ({ openConsole }) => {
  const { page } = await openConsole()
  const refusals = await page.evaluate(async () => {
    const { journal, secrets, headquarters } = window.loket
    const wrong = [
      () => journal.append({ opId: 1 } as never),
      () => journal.append({ opId: 'a', seq: -1, operation: '' }),
      () => journal.append({ opId: 'a', seq: 1, operation: 'x'.repeat(1024 * 1024 + 1) }),
      () => journal.settle('all' as never),
      () => secrets.read('__proto__' as never),
      () => headquarters.move('http://example.com'),
      () => headquarters.move('javascript:alert(1)'),
    ]
    return Promise.all(
      wrong.map((request) =>
        request().then(
          () => 'taken',
          ({ message }: Error) => message,
        ),
      ),
    )
  })
  expect(refusals).toEqual([
    ...Array.from({ length: 3 }, () => 'journal.append: these arguments are not understood'),
    'journal.settle: these arguments are not understood',
    'secrets.read: these arguments are not understood',
    'headquarters.move: an https address is needed, or this machine itself',
    'headquarters.move: an https address is needed, or this machine itself',
  ])
})

test('(H18) what the journal has taken survives a kill', async ({ openConsole }) => {
  const desk = await openConsole()
  const before = await desk.page.evaluate(() => window.loket.journal.read())
  const taken = await desk.page.evaluate(async (first) => {
    const seqs = Array.from({ length: 500 }, (_, i) => first + i)
    const append = (seq: number) =>
      window.loket.journal.append({
        opId: `op-${seq}`,
        seq,
        operation: JSON.stringify({ note: 'Pelanggan Nº '.repeat(50) }),
      })
    // The kill comes while the second half is being written.
    await Promise.all(seqs.slice(0, 250).map(append))
    void Promise.all(seqs.slice(250).map(append))
    return seqs.slice(0, 250).map((seq) => `op-${seq}`)
  }, before.highestSeq + 1)
  await desk.kill()
  await desk.restart()
  const after = await desk.page.evaluate(() => window.loket.journal.read())
  const opIds = after.entries.map(({ opId }) => opId)
  expect(opIds).toEqual(expect.arrayContaining(taken))
  expect(opIds.filter((opId) => /^op-\d+$/.test(opId))).toEqual(
    opIds.filter((opId) => /^op-\d+$/.test(opId)).toSorted(bySeq),
  )
  await desk.page.evaluate((ids) => window.loket.journal.settle(ids), opIds)
  await desk.restart()
  const settled = await desk.page.evaluate(() => window.loket.journal.read())
  expect(settled).toEqual({ entries: [], highestSeq: after.highestSeq })
})

test('without a keyring no secret is written', async ({ openConsole }) => {
  const { page, userData } = await openConsole()
  const { protection } = await page.evaluate(() => window.loket.secrets.status())
  test.skip(protection === 'os', 'this machine has a keyring')
  const refusal = page.evaluate(() => window.loket.secrets.save('refreshToken', 'secret'))
  await expect(refusal).rejects.toThrow('no protected storage')
  expect(await page.evaluate(() => window.loket.secrets.read('refreshToken'))).toBeUndefined()
  expect(await readdir(userData)).not.toContain('secrets.json')
})

test('the link is judged by asking headquarters', async ({
  openConsole,
  cuttableLine,
  startHeadquarters,
}) => {
  const { url } = await startHeadquarters()
  const line = await cuttableLine(url)
  const { page } = await openConsole({ server: line.url })
  const probe = () => page.evaluate(() => window.loket.link.probe())
  expect(await probe()).toBe('up')
  await line.cut()
  expect(await probe()).toBe('down')
  await line.restore()
  expect(await probe()).toBe('up')
})

test('a desk that moves speaks to its new headquarters, also after a restart', async ({ openConsole }) => {
  const desk = await openConsole({ env: { LOKET_SERVER: '' } })
  const reloaded = desk.page.waitForEvent('load')
  await desk.page.evaluate(() => window.loket.headquarters.move('https://hq.example.com/path'))
  await reloaded
  await desk.restart()
  expect(await desk.page.evaluate(() => window.loket.headquarters.origin())).toBe('https://hq.example.com')
  const policy = await desk.page.evaluate(async () =>
    (await fetch('/')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("connect-src 'self' https://hq.example.com;")
})

test('the machine says which versions it runs and how much room there is', async ({ openConsole }) => {
  const { page } = await openConsole()
  const { electron } = await page.evaluate(() => window.loket.info())
  expect(electron).toBe((await resolveElectron()).version)
  expect(['enough', 'warn', 'stop']).toContain(await page.evaluate(() => window.loket.disk.room()))
})

const bySeq = (a: string, b: string) => Number(a.slice(3)) - Number(b.slice(3))
