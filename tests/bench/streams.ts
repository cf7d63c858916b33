import { readFileSync } from 'node:fs'
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

interface Heard {
  readonly at: Map<string, number>
  readonly waiting: Map<string, () => void>
}

export interface ManyStreams {
  /** ms from the beginning of a desk's work to its poke at each desk of the centre, p95, while others work too. */
  measure(rounds: number): Promise<number>
}

const workingAtOnce = 10

/** Opens a stream for every desk of every centre, a hundred at a time. */
export async function openStreams(centres: readonly PokedCentre[], desks: number): Promise<ManyStreams> {
  const ears = new Map<PokedCentre, Heard[]>(centres.map((centre) => [centre, []]))
  const opening = centres.flatMap((centre) =>
    Array.from({ length: desks }, (_, n) => async () => {
      const heard: Heard = { at: new Map(), waiting: new Map() }
      ears.get(centre)?.push(heard)
      await centre.listen(n + 1, (poke) => {
        heard.at.set(keyOf(poke), performance.now())
        heard.waiting.get(keyOf(poke))?.()
      })
    }),
  )
  for (let start = 0; start < opening.length; start += 100)
    await Promise.all(opening.slice(start, start + 100).map((open) => open()))

  const workOnce = async (centre: PokedCentre): Promise<number[]> => {
    const began = performance.now()
    const key = keyOf(await centre.work())
    return Promise.all(
      (ears.get(centre) ?? []).map(async ({ at, waiting }) => {
        if (!at.has(key)) await new Promise<void>((resolve) => waiting.set(key, resolve))
        return (at.get(key) ?? 0) - began
      }),
    )
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

const keyOf = ({ partition, seq }: Poke) => `${partition} ${seq}`

/** Seconds that a process has computed since its start: what it would need on a machine of its own. */
export function computedBy(pid: number | undefined): number {
  // The name of the program, in brackets, may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const ticksASecond = 100
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond
}

/** MB that a process holds now, and the most that it ever held. */
export function memoryOf(pid: number | undefined): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
  return { now: mb('VmRSS'), most: mb('VmHWM') }
}
