import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { hasEnded, startChild, stopChild } from './child.ts'
import { Hindrance } from './hindrance.mjs'
import { root } from './root.ts'
import { run } from './tool.ts'

const HOST = '127.0.0.1'
const PORTS_TRIED = 50
const READY_MS = 60_000
const LOOK_EVERY_MS = 100

export interface LocalHeadquarters {
  url: string
  child: ChildProcess
}

export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + PORTS_TRIED; port++) if (await isFree(port)) return port
  throw new Hindrance(`No port from ${from} to ${from + PORTS_TRIED - 1} is free on this machine.`)
}

/** Fills a new data folder with the made-up operator, and says again who can sign in where it is filled already. */
export async function prepareDemo(env: NodeJS.ProcessEnv): Promise<string> {
  const command: [string, string[]] = [process.execPath, [join(root, 'sync-server/hq.ts'), 'demo']]
  const { code, output } = await run(command, { env: { ...process.env, ...env } })
  if (code === 0) return output.trim()
  throw new Hindrance(
    `The demonstration data could not be prepared:\n${output.trim()}\n\n` +
      '`npm start -- --fresh` begins with a new data folder and keeps the old one.',
  )
}

export async function startHeadquarters(
  port: number,
  env: NodeJS.ProcessEnv,
  logFile: string,
): Promise<LocalHeadquarters> {
  const child = startChild(process.execPath, [join(root, 'sync-server/main.ts')], {
    env: { ...env, LOKET_HOST: HOST, LOKET_PORT: String(port) },
    logFile,
  })
  const url = `http://${HOST}:${port}`
  const deadline = Date.now() + READY_MS
  while (!(await isReady(url))) {
    if (!hasEnded(child) && Date.now() < deadline) {
      await delay(LOOK_EVERY_MS)
      continue
    }
    const why = hasEnded(child) ? 'ended at once' : 'did not get ready within a minute'
    await stopChild(child)
    throw new Hindrance(`Headquarters ${why}. The end of ${logFile}:\n${await lastLines(logFile)}`)
  }
  return { url, child }
}

export async function lastLines(file: string, count = 15): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, HOST, () => probe.close(() => resolve(true)))
  })
}
