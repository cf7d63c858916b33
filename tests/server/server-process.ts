import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'

const main = join(import.meta.dirname, '../../sync-server/main.ts')

interface Running {
  readonly child: ChildProcess
  readonly origin: string
  readonly said: () => string
}

/** Starts headquarters as a process of its own. */
export function run(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', LOKET_PORT: '0', LOKET_LOG: 'silent', ...env },
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => lines.push(line))
  return { child, said: () => lines.join('\n') }
}

/** The same, listening. */
export async function running(env: Record<string, string>): Promise<Running> {
  const { child, said } = run(env)
  for (;;) {
    const address = /listens on (\S+)/.exec(said())?.[1]
    if (address !== undefined) return { child, said, origin: address }
    if (child.exitCode !== null) throw new Error(said())
    await pause(50)
  }
}

export async function ended({ child }: { child: ChildProcess }): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

export async function ready(origin: string, status: number): Promise<{ code?: string }> {
  for (;;) {
    const answer = await fetch(`${origin}/ready`)
    const body = (await answer.json()) as { code?: string }
    if (answer.status === status) return body
    await pause(100)
  }
}

export async function post(
  origin: string,
  token: string,
  operations: readonly Operation[],
): Promise<OperationResult[]> {
  const headers = {
    'content-type': 'application/json',
    'x-loket-protocol': '1',
    authorization: `Bearer ${token}`,
  }
  const answer = await fetch(`${origin}/v1/operations`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ protocol: 1, operations }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { results: OperationResult[] }).results
}
