import { defineConfig } from '@playwright/test'
import { join } from 'node:path'
import { resolveElectron } from '../../build/electron-runtime.ts'

// Playwright starts Electron through its package, which takes the runtime's folder from here.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= (await resolveElectron()).dist

export default defineConfig({
  testDir: '.',
  outputDir: join(import.meta.dirname, '../../out/app'),
  // A busy machine takes several times as long as an idle one.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A real desktop on a busy machine has its moments; the summary tells each test that needed its second try. What
  // shows that nothing is lost when a desk is killed has no second try (`describe.configure` in those files).
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
})
