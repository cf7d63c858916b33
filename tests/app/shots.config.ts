import { defineConfig } from '@playwright/test'
import { join } from 'node:path'
import { resolveElectron } from '../../build/electron-runtime.ts'

process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= (await resolveElectron()).dist

/** `npm run shots`: photographs every screen for docs/screens. No test: people look at the pictures. */
export default defineConfig({
  testDir: '.',
  testMatch: ['shots.ts', '*.shots.ts'],
  outputDir: join(import.meta.dirname, '../../out/shots'),
  timeout: 600_000,
  workers: 1,
  reporter: 'list',
})
