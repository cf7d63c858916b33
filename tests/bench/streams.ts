import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Poke } from '#domain/sync/link.ts'
import { quantile } from './figure.ts'

/** Where a centre's desks listen, and how one of them makes something happen. */
export interface PokedCentre {
  /** Opens a stream. */
  listen(desk: number, onPoke: (poke: Poke) => void): Promise<void>
  /** Lets something happen; answers its place. */
  work(): Promise<Poke>
}

/** When a desk heard of a place or of one beyond it. */
interface Ear {
  readonly hear: (poke: Poke) => void
  readonly heardOf: (poke: Poke) => Promise<number>
}

function newEar(): Ear {
  const heard: (Poke & { readonly at: number })[] = []
  const waiting = new Set<() => void>()
  const isOf = (asked: Poke) => (each: Poke) => each.partition === asked.partition && each.seq >= asked.seq
  return {
    hear(poke) {
      heard.push({ ...poke, at: performance.now() })
      for (const look of waiting) look()
    },
    heardOf: (poke) =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find(isOf(poke))
          if (found === undefined) return
          waiting.delete(look)
          resolve(found.at)
        }
        waiting.add(look)
        look()
      }),
  }
}

export interface ManyStreams {
  /** ms from the beginning of a desk's work to its poke at each desk of the centre, p95, while others work too. */
  measure(rounds: number): Promise<number>
}

const workingAtOnce = 10

/** Opens a stream for every desk of every centre, a hundred at a time. */
export async function openStreams(centres: readonly PokedCentre[], desks: number): Promise<ManyStreams> {
  const ears = new Map<PokedCentre, Ear[]>(centres.map((centre) => [centre, []]))
  const opening = centres.flatMap((centre) =>
    Array.from({ length: desks }, (_, n) => async () => {
      const ear = newEar()
      ears.get(centre)?.push(ear)
      await centre.listen(n + 1, ear.hear)
    }),
  )
  for (let start = 0; start < opening.length; start += 100)
    await Promise.all(opening.slice(start, start + 100).map((open) => open()))

  const workOnce = async (centre: PokedCentre): Promise<number[]> => {
    const began = performance.now()
    const made = await centre.work()
    return Promise.all((ears.get(centre) ?? []).map(async (ear) => (await ear.heardOf(made)) - began))
  }
  return {
    async measure(rounds) {
      const waits: number[] = []
      await Promise.all(
        Array.from({ length: workingAtOnce }, async (_, worker) => {
          for (let round = 0; round < rounds; round++) {
            const centre = centres[(round * workingAtOnce + worker) % centres.length]
            if (centre !== undefined) waits.push(...(await workOnce(centre)))
            // People work at their own pace.
            await pause(20)
          }
        }),
      )
      return quantile(waits, 0.95)
    },
  }
}

const ticksASecond = 100

/** What the kernel says of a process after its name, which stands in brackets and may hold blanks. */
const statOf = (pid: number | undefined) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []

/** Seconds that a process has computed since its start: what it would need on a machine of its own. */
export function computedBy(pid: number | undefined): number {
  const fields = statOf(pid)
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond
}

/** The same of the database in a folder: of its server, of the processes that work for it now, and of those that ended. */
export function computedByDatabase(folder: string): number {
  const server = Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])
  const working = readdirSync('/proc').flatMap((name) => {
    try {
      return statOf(Number(name))[1] === String(server) ? [computedBy(Number(name))] : []
    } catch {
      // No process, or one that has just ended.
      return []
    }
  })
  const ended = statOf(server).slice(13, 15)
  return [computedBy(server), ...working, ...ended.map((ticks) => Number(ticks) / ticksASecond)].reduce(
    (sum, seconds) => sum + seconds,
  )
}

/** MB that a process holds now, and the most that it ever held. */
export function memoryOf(pid: number | undefined): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
  return { now: mb('VmRSS'), most: mb('VmHWM') }
}
