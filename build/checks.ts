import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { toolCommand } from './tool.ts'

export interface Check {
  name: string
  command: [string, string[]]
}

const TYPED = [
  'domain',
  'renderer',
  'electron',
  // The fallback runtime is an older Electron: what it lacks must not be used.
  'electron/tsconfig.floor.json',
  'sync-server',
  'build',
  'tests',
  'tests/app',
]

export const formatCheck: Check = { name: 'format', command: toolCommand('oxfmt', ['--check', '.']) }
export const lintCheck: Check = { name: 'lint', command: toolCommand('oxlint', []) }
export const unusedCheck: Check = { name: 'unused', command: toolCommand('knip', []) }

export function typeChecks(): Check[] {
  const isThere = (path: string) =>
    existsSync(join(root, path.endsWith('.json') ? path : `${path}/tsconfig.json`))
  return TYPED.filter(isThere).map((path) => ({
    name: `types ${path}`,
    command: toolCommand('typescript', ['-p', path], 'tsc'),
  }))
}
