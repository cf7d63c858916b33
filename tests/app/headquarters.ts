import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stopChild } from '#build/child.ts'
import { freePort, startHeadquarters } from '#build/local-headquarters.ts'

const FIRST_PORT = 20_000
/** Ends below those that the system gives to connections: a stopped server's port must stay free. */
const PORTS = 12_000

export interface HeadquartersOptions {
  /** A data folder to open again; without one headquarters begins empty. */
  dataFolder?: string
  /** A PostgreSQL to use instead of the embedded database. */
  databaseUrl?: string
  env?: NodeJS.ProcessEnv
}

export interface Headquarters {
  url: string
  dataFolder: string
  /** What its child processes need to speak to the same data, for example `hq.ts`. */
  env: NodeJS.ProcessEnv
  logFile: string
  stop(): Promise<void>
  kill(): Promise<void>
  /** On the same port and data. */
  restart(): Promise<void>
  close(): Promise<void>
}

let count = 0

/** The real sync server with the built console, in a process of its own. */
export async function launchHeadquarters(
  { dataFolder, databaseUrl, env: more }: HeadquartersOptions,
  outputPath: (name: string) => string,
): Promise<Headquarters> {
  const folder = dataFolder ?? outputPath(`headquarters-${++count}`)
  await mkdir(folder, { recursive: true })
  const logFile = `${folder}.log`
  // Workers look for ports at once: each begins somewhere else.
  const port = await freePort(FIRST_PORT + Math.floor(Math.random() * PORTS))
  const env = {
    LOKET_DATA: folder,
    LOKET_WEB: join(import.meta.dirname, '../../dist/renderer'),
    // Empty means embedded: the caller's own PostgreSQL must not be written to.
    DATABASE_URL: databaseUrl ?? '',
    ...more,
  }
  const start = async () => (await startHeadquarters(port, env, logFile)).child
  let child: ChildProcess = await start()
  const stop = () => stopChild(child)
  return {
    url: `http://127.0.0.1:${port}`,
    dataFolder: folder,
    env,
    logFile,
    stop,
    close: stop,
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async restart() {
      await stop()
      child = await start()
    },
  }
}
