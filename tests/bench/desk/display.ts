import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stopChild } from '#build/child.ts'
import { withoutDisplay } from '#build/local-console.ts'

/** Works with a display: one in memory where there is no other. */
export async function onDisplay<T>(work: () => Promise<T>): Promise<T> {
  if (withoutDisplay() === undefined) return work()
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = (await once(server.stdout, 'data')) as [Buffer]
  process.env['DISPLAY'] = `:${String(number).trim()}`
  try {
    return await work()
  } finally {
    delete process.env['DISPLAY']
    await stopChild(server)
  }
}
