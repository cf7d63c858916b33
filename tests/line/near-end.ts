import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { freePort } from '#build/local-headquarters.ts'
import type { LineShape } from './line-shape.ts'

const FIRST_PORT = 10_000
const PORTS = 9_000

export interface NearEnd {
  readonly url: string
  readonly connections: () => number
  close(): Promise<void>
}

/** Where a desk's connections enter a bad line. At the end of each window all are cut, and until the next none is taken. */
export async function nearEnd(
  { windows }: LineShape,
  onConnection: (near: Socket, track: (end: Socket) => void) => void,
): Promise<NearEnd> {
  const ends = new Set<Socket>()
  const state = { isUp: true, connections: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined }
  const track = (end: Socket) => {
    ends.add(end)
    end.on('close', () => ends.delete(end)).on('error', () => undefined)
  }
  const server = createServer((near) => {
    track(near)
    if (!state.isUp) return near.destroy()
    state.connections += 1
    return onConnection(near, track)
  })
  const turn = (upMs: number, everyMs: number) => {
    state.isUp = !state.isUp
    if (!state.isUp) for (const end of ends) end.destroy()
    state.timer = setTimeout(turn, state.isUp ? upMs : everyMs - upMs, upMs, everyMs)
  }
  if (windows !== undefined) state.timer = setTimeout(turn, windows.upMs, windows.upMs, windows.everyMs)
  const port = await freePort(FIRST_PORT + Math.floor(Math.random() * PORTS))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => state.connections,
    async close() {
      clearTimeout(state.timer)
      const closed = once(server, 'close')
      server.close()
      for (const end of ends) end.destroy()
      await closed
    },
  }
}
