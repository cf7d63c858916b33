import type { Socket } from 'node:net'
import type { LineShape } from './line-shape.ts'

/** An Ethernet frame's worth, without the 40 bytes of TCP and IP that every segment carries. */
const SEGMENT = 1400
const HEADERS = 40
/** The sender's own buffer: it is not asked for more while so many bytes wait to leave. */
const MOST_WAITING = 64 * 1024

export interface Wire {
  /** Moves one connection's bytes this way until it ends. */
  carry(from: Socket, to: Socket): void
  /** A segment without content: SYN or its answer. */
  handshake(): Promise<void>
  /** Everything that left, with headers and what was sent again. */
  bytes(): number
}

/**
 * One direction of the line. A segment leaves when the wire is free, and arrives `oneWayMs` after its last bit left.
 * A lost one is sent again after a retransmission time-out of two round trips, doubled each time it is lost again;
 * until then its connection sends nothing more, and others may. So 5 % of loss costs a lone connection about 40 % of
 * the rate: between what the formulas of Mathis and of Padhye give for TCP on such a line.
 */
export function wire({ oneWayMs, bitsPerSecond, loss }: LineShape, random: () => number): Wire {
  const state = { freeAt: 0, bytes: 0 }
  /** Resolves when the segment has left for good, with the moment of its arrival. */
  const send = async (size: number): Promise<number> => {
    for (let wait = 4 * oneWayMs; ; wait *= 2) {
      const left = Math.max(performance.now(), state.freeAt) + ((size + HEADERS) * 8000) / bitsPerSecond
      state.freeAt = left
      state.bytes += size + HEADERS
      await until(left)
      if (random() >= loss) return left + oneWayMs
      await until(left + wait)
    }
  }
  return {
    bytes: () => state.bytes,
    handshake: async () => until(await send(0)),
    carry(from, to) {
      const waiting: Buffer[] = []
      const course = { waiting: 0, running: false, ended: false, arrived: Promise.resolve() }
      const run = async () => {
        course.running = true
        for (let next = take(waiting); next.length > 0 && !to.destroyed; next = take(waiting)) {
          course.waiting -= next.length
          if (course.waiting < MOST_WAITING) from.resume()
          const at = await send(next.length)
          course.arrived = course.arrived.then(() => until(at)).then(() => void to.write(next))
        }
        course.running = false
        if (course.ended) void course.arrived.then(() => to.end())
      }
      from.on('data', (chunk: Buffer) => {
        waiting.push(chunk)
        course.waiting += chunk.length
        if (course.waiting >= MOST_WAITING) from.pause()
        if (!course.running) void run()
      })
      from.on('end', () => {
        course.ended = true
        if (!course.running) void course.arrived.then(() => to.end())
      })
      // Whoever gave up, rather than ended, is not waited for.
      from.on('close', () => (course.ended ? undefined : to.destroy()))
    },
  }
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())))
}

/** The first bytes that wait, at most one segment. */
function take(waiting: Buffer[]): Buffer {
  const first = waiting.shift()
  if (first === undefined) return Buffer.alloc(0)
  if (first.length <= SEGMENT) return first
  waiting.unshift(first.subarray(SEGMENT))
  return first.subarray(0, SEGMENT)
}
