import { setUpAndRun } from './set-up.mjs'

await setUpAndRun('build/run-tests.ts', process.argv.slice(2))
