import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { DiskRoom } from '../shared/bridge.ts'
import { balance } from './ballast.ts'
import { log } from './log.ts'

const MEGABYTE = 1024 * 1024
const WARN_BELOW = 1024 * MEGABYTE
const STOP_BELOW = 200 * MEGABYTE
/** A disk that fills may have seconds left. */
const EVERY_MS = { enough: 30_000, warn: 5_000, stop: 1_000 } as const satisfies Record<DiskRoom, number>

/** Chromium deletes an IndexedDB that met a full disk, so writing has to stop well before. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  return roomOf(await freeIn(folder))
}

/** Throws the ballast where the disk is full. Before the window opens: then Chromium finds room for its database. */
export async function makeRoom(folder: string): Promise<DiskRoom> {
  const free = await freeIn(folder)
  await balance(join(folder, 'ballast'), free).catch((error: unknown) => log.error('the ballast', error))
  return roomOf(free)
}

/** Looks again and again, and speaks only when the answer has changed. */
export function watchDisk(folder: string, onChange: (room: DiskRoom) => void): void {
  let last: DiskRoom = 'enough'
  const look = async () => {
    const room = await makeRoom(folder).catch(() => last)
    setTimeout(() => void look(), EVERY_MS[room])
    if (room === last) return
    last = room
    onChange(room)
  }
  void look()
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function roomOf(free: number): DiskRoom {
  if (free < STOP_BELOW) return 'stop'
  return free < WARN_BELOW ? 'warn' : 'enough'
}
