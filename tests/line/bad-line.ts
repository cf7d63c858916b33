import type { Crossed, LineShape } from './line-shape.ts'
import { modelledLine } from './modelled-line.ts'
import { netemLine } from './netem-line.ts'

export interface BadLine {
  readonly url: string
  /** What makes it bad. */
  readonly by: string
  readonly connections: () => number
  readonly crossed: () => Crossed
  close(): Promise<void>
}

/** A thin, far, lossy line in front of headquarters: the kernel's where it can, a model of it elsewhere. */
export async function layBadLine(targetUrl: string, shape: LineShape): Promise<BadLine> {
  const target = new URL(targetUrl)
  const kernels = await netemLine(target, shape)
  return typeof kernels === 'string' ? modelledLine(target, shape, kernels) : kernels
}
