import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  cacheDir: join(import.meta.dirname, '../node_modules/.vite'),
  test: {
    root: import.meta.dirname,
    include: ['unit/**/*.test.{ts,tsx}', 'sync/**/*.test.ts', 'server/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['server/shared-postgresql.ts'],
    pool: 'forks',
    // Vitest's own default leaves one core to itself: on two cores that is half of them.
    maxWorkers: availableParallelism(),
    // Each desk of a test is a PC of its own with its own copy of RxDB, so RxDB must be reloadable (tests/sync/desk.ts).
    server: { deps: { inline: [/rxdb/] } },
    // The simulator and PostgreSQL take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
