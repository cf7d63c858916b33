// `npm run check` looks at everything; `npm run check -- types` only at the checks whose name begins so.
import { formatCheck, lintCheck, typeChecks, unusedCheck } from './checks.ts'
import { step } from './step.mjs'
import { run } from './tool.ts'

const wanted = process.argv[2] ?? ''
const checks = [formatCheck, lintCheck, ...typeChecks(), unusedCheck].filter(({ name }) =>
  name.startsWith(wanted),
)

for (const { name, command } of checks) {
  const { code, output } = await step(name, () => run(command))
  if (code === 0) continue
  console.log(output)
  process.exitCode = 1
}
