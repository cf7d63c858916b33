import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const ROTATE_AT = 1024 * 1024
const KEPT = 3

interface Log {
  info(event: string): void
  error(event: string, error: unknown): void
}

let file: string | undefined

/** Before this is called, and when the disk refuses, what happens goes to stderr alone. */
export function logInto(folder: string): void {
  mkdirSync(folder, { recursive: true })
  file = join(folder, 'loket.log')
}

/** A local file for support. Events are fixed words: never a customer, never what an agent typed. */
export const log: Log = {
  info: (event) => write(event),
  error: (event, error) => write(`${event}: ${describe(error)}`),
}

function write(text: string): void {
  const line = `${new Date().toISOString()} ${text.replaceAll(homedir(), '~')}\n`
  try {
    if (!file) throw new Error('no file yet')
    rotate(file)
    appendFileSync(file, line, { mode: 0o600 })
  } catch {
    process.stderr.write(line)
  }
}

function rotate(current: string): void {
  if ((statSync(current, { throwIfNoEntry: false })?.size ?? 0) < ROTATE_AT) return
  for (let age = KEPT - 1; age >= 1; age--) {
    const older = age === 1 ? current : `${current}.${age - 1}`
    if (statSync(older, { throwIfNoEntry: false })) renameSync(older, `${current}.${age}`)
  }
}

/** Where it broke, without the message's values: those may be a customer's. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as NodeJS.ErrnoException).code
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  return [code ?? error.name, ...frames.slice(0, 8)].join('\n')
}
