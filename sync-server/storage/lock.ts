import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Another process has the folder. The message is the sentence for the person who started this one. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken'
}

interface Owner {
  readonly pid: number
  /** When the process began, by the kernel's count: a number that is given again does not look like the old owner. */
  readonly began: string
  readonly token: string
}

/** Takes a lock file for this process; a file whose owner is dead is taken over. Returns how to let go. */
export function takeLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true })
  const own: Owner = { pid: process.pid, began: beganOf(process.pid), token: randomUUID() }
  const draft = `${path}.${own.token}`
  writeFileSync(draft, JSON.stringify(own))
  try {
    while (!linked(draft, path)) evict(path)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (ownerOf(path)?.token === own.token) rmSync(path, { force: true })
  }
}

/** A link is made whole or not at all, also when two processes try at once. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function evict(path: string): void {
  const owner = ownerOf(path)
  if (owner !== undefined && lives(owner))
    throw new FolderTaken(
      `Headquarters already runs on the folder ${dirname(path)} (process ${owner.pid}); stop it first, or set LOKET_DATA to another folder.`,
    )
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  // Between reading and renaming, somebody else may have taken it: then it is given back.
  if (ownerOf(aside)?.token !== owner?.token) linked(aside, path)
  rmSync(aside, { force: true })
}

function ownerOf(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function lives({ pid, began }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return beganOf(pid) === began
}

/** Field 22 of /proc/<pid>/stat; empty where there is no /proc, and then the number alone decides. */
function beganOf(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    )
  } catch {
    return ''
  }
}
