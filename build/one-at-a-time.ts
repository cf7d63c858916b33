import { readFile, rm, writeFile } from 'node:fs/promises'
import { Hindrance } from './hindrance.mjs'

/** Keeps a second `npm start` off the same data, and says which process the first one is. */
export async function claim(file: string): Promise<() => Promise<void>> {
  const other = Number(await readFile(file, 'utf8').catch(() => '0'))
  if (other > 0 && isAlive(other)) {
    throw new Hindrance(
      `Loket already runs in this checkout (process ${other}): stop it first. ` +
        `Where that process is something else, delete ${file}.`,
    )
  }
  await writeFile(file, String(process.pid))
  return () => rm(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
