import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { protocolVersion } from '#domain/sync/session.ts'
import { recorderAt } from './recorder.ts'
import { liveSession } from './session.ts'
import { wireWorld } from './world.ts'

/**
 * Writes down the wire of this version, once: `node tests/server/wire/record.ts` before the protocol is raised.
 * A recording is history and is never made again.
 */
const path = join(import.meta.dirname, `../fixtures/wire-${protocolVersion}.json`)
if (existsSync(path)) throw new Error(`${path} is there already: a recording is never made again`)

await using hq = await wireWorld()
const code = await hq.deviceCode('KDI')
const recorder = recorderAt(hq, { '{{code}}': code })
await liveSession(recorder, code)
writeFileSync(path, `${JSON.stringify(recorder.wire(protocolVersion), null, 1)}\n`)
