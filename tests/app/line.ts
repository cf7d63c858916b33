import { createServer, connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { freePort } from '#build/local-headquarters.ts'

/** Below those that the system gives to connections, one of which would sit on the port of a line that is down. */
const FIRST_PORT = 10_000
const PORTS = 9_000

export interface CuttableLine {
  url: string
  /** Ends every connection at once and answers no new one, as a line that is down. */
  cut(): Promise<void>
  restore(): Promise<void>
  close(): Promise<void>
}

/** A line to headquarters that a test can cut while headquarters goes on. Its port stays the same. */
export async function layLine(targetUrl: string): Promise<CuttableLine> {
  const target = new URL(targetUrl)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as { port: number }).port
  }
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const end of ends) end.destroy()
    await closed
  }
  const port = await listen(await freePort(FIRST_PORT + Math.floor(Math.random() * PORTS)))
  const restore = async () => {
    if (!server.listening) await listen(port)
  }
  return { url: `http://127.0.0.1:${port}`, cut, restore, close: cut }
}
