import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { electronProgram, resolveElectron } from '#build/electron-runtime.ts'
import { withoutSandbox } from '#build/sandbox.ts'
import { root } from '../console.ts'

/** Starts the console on a profile without anybody looking, and kills the whole group after so many milliseconds. */
export async function startAndKill(userData: string, server: string, after: number): Promise<void> {
  const switches = withoutSandbox() ? ['--no-sandbox'] : []
  const child = spawn(electronProgram(await resolveElectron()), [...switches, root], {
    env: { ...process.env, LOKET_SERVER: server, LOKET_USER_DATA: userData, LOKET_UNATTENDED: 'yes' },
    stdio: 'ignore',
    detached: true,
  })
  const ended = once(child, 'exit')
  await delay(after)
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await ended
}
