import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { HqFault } from '#sync-server/hq/fault.ts'

/** Lines of text as a whole file. */
export function writeWhole(
  path: string,
  write: (line: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  return whole(path, (file) =>
    write(async (text) => {
      await file.write(`${text}\r\n`)
    }),
  )
}

/** Bytes as a whole file, on the disk when this resolves. */
export function writeWholeBytes(path: string, bytes: Uint8Array): Promise<void> {
  return whole(path, async (file) => {
    await file.writeFile(bytes)
    await file.datasync()
  })
}

/** Writes a file beside its place and moves it there when it is whole: nobody finds half a file. */
async function whole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  const file = await opened(draft)
  try {
    await write(file)
    await file.close()
    await rename(draft, path)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600)
  } catch (error) {
    throw new HqFault(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
