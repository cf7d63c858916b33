import { test as base } from './console.ts'
import { seedDemo } from './demo.ts'
import type { Headquarters } from './headquarters.ts'

export interface DemoHeadquarters extends Headquarters {
  /** A device code of a centre that no desk has used. */
  code(centre: 'KDI' | 'HQ'): string
}

/** The tests' `test` with headquarters running on the demo world. */
export const test = base.extend<{ demo: DemoHeadquarters }>({
  demo: async ({ startHeadquarters }, use, info) => {
    const dataFolder = info.outputPath('headquarters')
    const { codes } = await seedDemo(dataFolder)
    const left = new Map(Object.entries(codes).map(([centre, unused]) => [centre, [...unused]]))
    const headquarters = await startHeadquarters({ dataFolder })
    const code = (centre: string) => {
      const next = left.get(centre)?.shift()
      if (next === undefined) throw new Error(`the demo has no code for ${centre} left`)
      return next
    }
    await use({ ...headquarters, code })
  },
})

export { expect } from './console.ts'
