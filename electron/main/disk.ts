import { statfs } from 'node:fs/promises'
import type { DiskRoom } from '../shared/bridge.ts'

const MEGABYTE = 1024 * 1024
const WARN_BELOW = 1024 * MEGABYTE
const STOP_BELOW = 200 * MEGABYTE
const EVERY_MS = 30_000

/** Chromium deletes an IndexedDB that met a full disk, so writing has to stop well before. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free < STOP_BELOW) return 'stop'
  return free < WARN_BELOW ? 'warn' : 'enough'
}

/** Looks again and again, and speaks only when the answer has changed. */
export function watchDisk(folder: string, onChange: (room: DiskRoom) => void): void {
  let last: DiskRoom = 'enough'
  const look = async () => {
    const room = await diskRoom(folder).catch(() => last)
    if (room === last) return
    last = room
    onChange(room)
  }
  void look()
  setInterval(() => void look(), EVERY_MS)
}
