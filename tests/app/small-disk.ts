import { execFile } from 'node:child_process'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SIZE = '3G'
const MEGABYTE = 1024 * 1024
/** Steps towards the brim: what no longer fits in one write may fit in a smaller one. */
const STEPS = [MEGABYTE, 4096, 1]

export interface SmallDisk {
  path: string
  /** Fills it until about so many megabytes are free; 0: to the brim, whatever asks for room meanwhile. */
  leave(megabytes: number): Promise<void>
  close(): Promise<void>
}

/** A file system of 3 GB in a sparse file. Words instead where this machine mounts none: not root, or not Linux. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | string> {
  const path = join(folder, 'disk')
  const image = join(folder, 'disk.img')
  await mkdir(path, { recursive: true })
  try {
    await run('truncate', ['-s', SIZE, image])
    await run('mkfs.ext4', ['-q', '-m', '0', image])
    await run('mount', ['-o', 'loop', image, path])
  } catch (error) {
    return `no small disk can be mounted here: ${String(error).split('\n')[0]}`
  }
  const filler = join(path, 'filler')
  return {
    path,
    async leave(megabytes) {
      await rm(filler, { force: true })
      await reserve(path, filler, Math.max(megabytes, 1) * MEGABYTE)
      if (megabytes === 0) await brim(filler)
    },
    async close() {
      await run('umount', ['-l', path])
      await rm(image)
    },
  }
}

/** Reserved, not written: the sparse file stays small. What asks for room between the look and the taking makes it look again. */
async function reserve(path: string, filler: string, free: number, tries = 20): Promise<void> {
  const { bavail, bsize } = await statfs(path)
  try {
    await run('fallocate', ['-l', String(bavail * bsize - free), filler])
  } catch (error) {
    if (tries === 1) throw error
    await rm(filler, { force: true })
    await reserve(path, filler, free, tries - 1)
  }
}

async function brim(filler: string): Promise<void> {
  const file = await open(filler, 'a')
  for (const step of STEPS) {
    const bytes = Buffer.alloc(step)
    for (let full = false; !full;) {
      full = await file.write(bytes).then(
        () => false,
        () => true,
      )
    }
  }
  await file.close()
}
