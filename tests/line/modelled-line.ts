import { connect } from 'node:net'
import { seeded } from '#tests/sync/seeded.ts'
import type { BadLine } from './bad-line.ts'
import type { LineShape } from './line-shape.ts'
import { nearEnd } from './near-end.ts'
import { wire } from './wire.ts'

/**
 * One wire for each direction, shared by all connections. What TCP does about a lost segment is modelled, not run: see
 * `wire.ts`. Slow start is left out: at 128 kbit/s and 600 ms the first window of ten segments fills the line already.
 */
export async function modelledLine(target: URL, shape: LineShape, why: string): Promise<BadLine> {
  const random = seeded(shape.seed ?? 1)
  const up = wire(shape, random)
  const down = wire(shape, random)
  const near = await nearEnd(shape, (desk, track) => {
    // SYN and its answer: the first byte leaves a round trip later.
    void Promise.all([up.handshake(), down.handshake()]).then(() => {
      if (desk.destroyed) return
      const headquarters = connect(Number(target.port), target.hostname)
      track(headquarters)
      up.carry(desk, headquarters)
      down.carry(headquarters, desk)
    })
  })
  return { ...near, by: `a proxy, since ${why}`, crossed: () => ({ up: up.bytes(), down: down.bytes() }) }
}
