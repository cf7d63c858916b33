import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stopChild } from '#build/child.ts'
import { withoutDisplay } from '#build/local-console.ts'

/** A display in memory for as long as it is needed, where there is no other. */
export async function display(): Promise<AsyncDisposable> {
  if (withoutDisplay() === undefined) return { [Symbol.asyncDispose]: async () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = (await once(server.stdout, 'data')) as [Buffer]
  process.env['DISPLAY'] = `:${String(number).trim()}`
  return {
    async [Symbol.asyncDispose]() {
      delete process.env['DISPLAY']
      await stopChild(server)
    },
  }
}
