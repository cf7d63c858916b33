import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = 'written-by-chromium'

/** The Chromium that this profile needs, where it is newer than the running one; the older one must not go on. */
export interface NewerProfile {
  writtenBy: string
  running: string
}

/**
 * Chromium deletes an IndexedDB whose format it does not know, without asking. So each profile remembers
 * the newest Chromium that has written it. Called before `ready`: from then on the database is open.
 */
export function claimProfile(userData: string, running: string): NewerProfile | undefined {
  const writtenBy = readStamp(userData)
  if (writtenBy !== undefined && major(writtenBy) > major(running)) return { writtenBy, running }
  if (writtenBy !== running) {
    mkdirSync(userData, { recursive: true })
    writeFileSync(join(userData, STAMP), running)
  }
  return undefined
}

export function wordsForNewerProfile({ writtenBy, running }: NewerProfile): string {
  return [
    `Data di PC ini ditulis oleh Loket yang lebih baru (Chromium ${writtenBy}; versi ini ${running}). ` +
      'Agar tidak ada yang hilang, versi lama ini tidak dijalankan. Pasang versi Loket yang terbaru.',
    `The data on this PC was written by a newer Loket (Chromium ${writtenBy}; this one is ${running}). ` +
      'So that nothing is lost, this older one does not start. Install the newest Loket.',
  ].join('\n\n')
}

function readStamp(userData: string): string | undefined {
  try {
    return readFileSync(join(userData, STAMP), 'utf8').trim()
  } catch {
    return undefined
  }
}

function major(version: string): number {
  return Number.parseInt(version, 10)
}
