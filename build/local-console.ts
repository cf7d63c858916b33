import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startChild } from './child.ts'
import { electronProgram, type ElectronRuntime } from './electron-runtime.ts'
import { root } from './root.ts'
import { withoutSandbox } from './sandbox.ts'

/** Why a window cannot be shown here, in words, or nothing. */
export function withoutDisplay(): string | undefined {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
    return undefined
  return 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window is opened.'
}

/** The libraries of the system that this runtime looks for in vain. */
export function missingLibraries(runtime: ElectronRuntime): string[] {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [electronProgram(runtime)], { encoding: 'utf8' })
  return (stdout ?? '').split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? [])
}

/** The desk of this checkout keeps its data beside headquarters' data, one folder for each Electron. */
export function openConsole(runtime: ElectronRuntime, server: string, dataFolder: string) {
  const insecure = withoutSandbox()
  if (insecure) console.log(`The window runs without Chromium's sandbox, for trying only: ${insecure}.`)
  const major = runtime.version.split('.')[0]
  return startChild(electronProgram(runtime), [...(insecure ? ['--no-sandbox'] : []), root], {
    env: { LOKET_SERVER: server, LOKET_USER_DATA: join(dataFolder, `console-${major}`) },
    logFile: join(dataFolder, 'console.log'),
  })
}
