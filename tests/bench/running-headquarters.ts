import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { root } from '#build/root.ts'

export interface RunningHeadquarters extends AsyncDisposable {
  readonly address: string
  readonly pid: number
}

/** The sync server as it runs in the field: a process of its own before a database, on a loopback port. */
export async function runHeadquarters(databaseUrl: string): Promise<RunningHeadquarters> {
  const flags =
    process.env['LOKET_PROFILE'] === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${process.env['LOKET_PROFILE']}`]
  const child = spawn(process.execPath, [...flags, join(root, 'sync-server/main.ts')], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LOKET_PORT: '0', LOKET_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('headquarters did not start'))),
  ])) as [string]
  const address = /http:\S+/.exec(line)?.[0]
  if (address === undefined || child.pid === undefined) throw new Error(`headquarters said: ${line}`)
  return {
    address,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
