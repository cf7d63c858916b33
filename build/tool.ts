import { spawn, type StdioOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

export interface Outcome {
  code: number
  output: string
}

/** The command line of a tool in node_modules: its JavaScript under this very Node, so that no shell is in between. */
export function toolCommand(
  packageName: string,
  args: readonly string[],
  bin = packageName,
): [string, string[]] {
  const folder = join(root, 'node_modules', packageName)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin]
  if (!path) throw new Error(`${packageName} has no command ${bin}`)
  return [process.execPath, [join(folder, path), ...args]]
}

/** Runs a command to its end. Its output is collected, or also shown as it comes. */
export function run(
  [command, args]: [string, string[]],
  { show = false, env = process.env }: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { cwd: root, env, stdio })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (show) process.stdout.write(chunk)
      })
    }
    const endWithUs = () => child.kill()
    process.once('exit', endWithUs)
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.once('close', (code) => {
      process.off('exit', endWithUs)
      resolve({ code: code ?? 1, output })
    })
  })
}
