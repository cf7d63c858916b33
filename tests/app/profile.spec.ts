import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { electronProgram, resolveElectron } from '#build/electron-runtime.ts'
import { withoutSandbox } from '#build/sandbox.ts'
import { expect, root, test } from './console.ts'

test('(H17) a second start shows the first window and ends', async ({ openConsole }) => {
  const desk = await openConsole()
  await desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window) window.focus = () => Object.assign(globalThis, { wasFocused: true })
  })
  expect(await startAgain(desk.userData)).toMatchObject({ code: 0 })
  await expect.poll(() => desk.app.evaluate(() => 'wasFocused' in globalThis)).toBe(true)
})

test('(H18) a profile of a newer Chromium is left alone, both languages say why, and the newer Loket opens it again', async ({
  openConsole,
}) => {
  const desk = await openConsole()
  await desk.page.evaluate(() => window.loket.journal.append({ opId: 'op-1', seq: 1, operation: '{}' }))
  await desk.close()
  const stamp = join(desk.userData, 'written-by-chromium')
  const own = await readFile(stamp, 'utf8')
  await writeFile(stamp, '999.0.0.0')
  const before = await fingerprints(desk.userData)

  const { code, errors } = await startAgain(desk.userData)
  expect(code).toBe(3)
  expect(errors).toContain('Pasang versi Loket yang terbaru')
  expect(errors).toContain('Install the newest Loket')
  expect(await fingerprints(desk.userData)).toEqual(before)

  await writeFile(stamp, own)
  await desk.restart()
  expect((await desk.page.evaluate(() => window.loket.journal.read())).entries).toHaveLength(1)
})

test('one window on one database: the page opens no second one, and neither does a second start', async ({
  openConsole,
}) => {
  const desk = await openConsole()
  await desk.page.evaluate(() => window.open(location.href))
  await startAgain(desk.userData)
  const windows = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(windows).toBe(1)
  const locks = await desk.page.evaluate(async () => (await navigator.locks.query()).held ?? [])
  expect(locks.map(({ name }) => name)).toContain('loket')
})

/** What every file of a folder holds. */
async function fingerprints(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const prints = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [
        path,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const
    })
  return Object.fromEntries(await Promise.all(prints))
}

/** Starts Electron once more on a profile, as a double click would, and waits for its end. */
async function startAgain(userData: string) {
  const switches = withoutSandbox() ? ['--no-sandbox'] : []
  const child = spawn(electronProgram(await resolveElectron()), [...switches, root], {
    env: { ...process.env, LOKET_USER_DATA: userData, LOKET_UNATTENDED: 'yes' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const [code] = (await once(child, 'close')) as [number]
  return { code, errors }
}
