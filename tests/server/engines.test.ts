import { expect, test } from 'vitest'
import { engines } from './engines.ts'
import { headquarters } from './headquarters.ts'

test.each(engines)('a suite on %s really runs on it', async (engine) => {
  await using hq = await headquarters({ url: await engine.url() })
  expect(hq.database.engine).toBe(engine.name)
})
