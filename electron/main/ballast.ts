import { randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'

const MEGABYTE = 1024 * 1024
const SIZE = 64 * MEGABYTE
const THROWN_BELOW = 32 * MEGABYTE
const LAID_ABOVE = 1024 * MEGABYTE + SIZE

/**
 * Room that Loket holds for the worst day: a file that is deleted when the disk is full. On a full disk Chromium
 * opens no database at all; with this room it opens an empty one, and the counter can go on.
 * `free` is what the disk had a moment ago, in bytes.
 */
export async function balance(path: string, free: number): Promise<void> {
  if (free < THROWN_BELOW) await rm(path, { force: true })
  else if (free > LAID_ABOVE && !(await isWhole(path))) await lay(path)
}

async function isWhole(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size === SIZE,
    () => false,
  )
}

/** Random bytes: a disk that packs files would give nothing back for zeros. */
async function lay(path: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    for (let written = 0; written < SIZE; written += MEGABYTE) await file.write(randomBytes(MEGABYTE))
  } finally {
    await file.close()
  }
}
