import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Replaces a file so that a power cut leaves either the old content or the new one. */
export async function writeDurably(path: string, content: string): Promise<void> {
  const draft = `${path}.draft`
  try {
    await write(draft, content)
  } catch (error) {
    // Half a draft would take the last room of a full disk.
    await rm(draft, { force: true })
    throw error
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}

async function write(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The rename itself is on the disk only when its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
