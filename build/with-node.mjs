// Runs a TypeScript file under Node 24, whatever the user's Node is: `node build/with-node.mjs <file> [arguments]`.
import { setUpAndRun } from './set-up.mjs'

const [script = '', ...args] = process.argv.slice(2)
await setUpAndRun(script, args)
