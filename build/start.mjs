import { setUpAndRun } from './set-up.mjs'

await setUpAndRun('build/run-console.ts', process.argv.slice(2))
